using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Lambda.Tests.Generator;

/// <summary>A serializer as in a natively compiled function: it knows what it was told of, which is one type.</summary>
public sealed class NarrowSerializer : SourceGeneratorLambdaJsonSerializer<NarrowJson>;

[JsonSerializable(typeof(Dictionary<string, int>))]
public sealed partial class NarrowJson : JsonSerializerContext;
