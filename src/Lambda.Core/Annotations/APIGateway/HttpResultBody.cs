using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// A body on its way out: UTF-8 text, or bytes that travel as base64; with the type it has when nobody names another,
/// null for an empty body.
/// </summary>
internal readonly record struct HttpResultBody(ReadOnlyMemory<byte>? Bytes, bool IsBinary, string? ContentType)
{
    public static HttpResultBody Of(object? body, ILambdaSerializer? serializer) => body switch
    {
        null => default,
        string text => Text(Encoding.UTF8.GetBytes(text), "text/plain"),
        byte[] bytes => Binary(bytes),
        Stream stream => Binary(ReadToEnd(stream)),
        IList<byte> bytes => Binary([.. bytes]),
        _ => Text(Serialize(body, serializer), "application/json"),
    };

    private static HttpResultBody Text(ReadOnlyMemory<byte> utf8, string type) =>
        new(utf8, false, utf8.IsEmpty ? null : type);

    private static HttpResultBody Binary(byte[] bytes) =>
        new(bytes, true, bytes.Length == 0 ? null : "application/octet-stream");

    private static byte[] ReadToEnd(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static ReadOnlyMemory<byte> Serialize(object body, ILambdaSerializer? serializer)
    {
        if (serializer is null)
            throw new InvalidOperationException("The answer has a body to serialize; set options.Serializer.");

        var json = new MemoryStream();
        serializer.Serialize(body, json);
        return json.GetBuffer().AsMemory(0, (int)json.Length);
    }
}
