using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>The AWS SDK's enumerations, such as <c>Amazon.S3.StorageClass</c>: classes that stand for a text.</summary>
/// <remarks>Known by the name of their base class, so that nothing here needs the SDK.</remarks>
internal sealed class ConstantClassConverter : JsonConverter<object>
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.BaseType is { Name: "ConstantClass", Namespace: "Amazon.Runtime" };

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2067",
        Justification = "What the compiler generates for such a type calls the same constructor, and so keeps it.")]
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Activator.CreateInstance(typeToConvert, reader.GetString());

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
