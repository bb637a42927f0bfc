using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Photos.Functions.Http;

/// <summary>Events in, answers out, by generated code; names in answers start in lower case.</summary>
public sealed class PhotosSerializer() : SourceGeneratorLambdaJsonSerializer<PhotosJson>(
    options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
