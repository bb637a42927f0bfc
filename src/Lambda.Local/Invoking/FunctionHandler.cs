using Amazon.Lambda.Core;

namespace Lambda.Local.Invoking;

/// <summary>From the event's JSON to the result's JSON.</summary>
internal delegate ValueTask<ReadOnlyMemory<byte>> FunctionHandler(ReadOnlyMemory<byte> payload, ILambdaContext context);
