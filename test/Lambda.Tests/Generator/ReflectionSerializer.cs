using System.Text.Json;
using Amazon.Lambda.Core;

namespace Lambda.Tests.Generator;

/// <summary>For functions compiled inside a test, where no other generator runs.</summary>
public sealed class ReflectionSerializer : ILambdaSerializer
{
    public T Deserialize<T>(Stream requestStream) => JsonSerializer.Deserialize<T>(requestStream)!;

    public void Serialize<T>(T response, Stream responseStream) => JsonSerializer.Serialize(responseStream, response);
}
