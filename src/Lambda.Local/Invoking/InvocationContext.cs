using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>What a function learns about one invocation on this machine.</summary>
internal sealed class InvocationContext(
    FunctionDescription function, Invocation invocation, ILogger log, TimeProvider clock) : ILambdaContext
{
    private readonly DateTimeOffset _deadline = clock.GetUtcNow() + function.Timeout;

    public string AwsRequestId => field ??= Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    public IClientContext ClientContext => null!;

    public string FunctionName => function.LogicalId;

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => function.Arn;

    public ILambdaLogger Logger => field ??= new FunctionLogger(new InvocationLog(log, invocation));

    public string LogGroupName => $"/aws/lambda/{function.LogicalId}";

    public string LogStreamName => "local";

    public int MemoryLimitInMB => function.MemoryMegabytes;

    public string TraceId =>
        field ??= TraceName.NewPart(invocation.Trace ?? TraceName.NewRoot(clock.GetUtcNow()));

    public TimeSpan RemainingTime =>
        _deadline - clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
