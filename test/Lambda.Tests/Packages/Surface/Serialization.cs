// What Amazon.Lambda.Serialization.SystemTextJson 3.0.0 offers, by name and signature.
using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson
{
    public abstract class AbstractLambdaJsonSerializer : Amazon.Lambda.Core.ILambdaSerializer
    {
        internal AbstractLambdaJsonSerializer() => throw null;
        public T Deserialize<T>(Stream requestStream) => throw null;
        public void Serialize<T>(T response, Stream responseStream) => throw null;
    }

    public class DefaultLambdaJsonSerializer : AbstractLambdaJsonSerializer
    {
        public DefaultLambdaJsonSerializer() => throw null;
        public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer) => throw null;
        public DefaultLambdaJsonSerializer(
            Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer) => throw null;
    }

    public class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer
    {
        public CamelCaseLambdaJsonSerializer() => throw null;
    }

    public class SourceGeneratorLambdaJsonSerializer<TSGContext> : AbstractLambdaJsonSerializer
        where TSGContext : JsonSerializerContext
    {
        public SourceGeneratorLambdaJsonSerializer() => throw null;
        public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer) => throw null;
        public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer) => throw null;
        public SourceGeneratorLambdaJsonSerializer(
            Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer) => throw null;
    }

    public class JsonSerializerException : Exception
    {
        public JsonSerializerException(string message, Exception exception) => throw null;
    }
}
