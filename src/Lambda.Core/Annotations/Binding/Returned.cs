using System.Globalization;
using System.Text;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>What a function returned, as an answer.</summary>
internal static class Returned
{
    public static readonly Answer Nothing = new(200, null, null);

    public static Answer Text(string? text) => new(200, "text/plain", text);

    public static Answer Plain(object? value)
    {
        var json = value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return new Answer(200, "application/json", json);
    }

    public static Answer Json<T>(T value, ILambdaSerializer serializer)
    {
        using var json = new MemoryStream();
        serializer.Serialize(value, json);
        return new Answer(
            200, "application/json", Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
    }

    public static Stream Result(IHttpResult? result, HttpResultSerializationOptions options) =>
        (result ?? throw new InvalidOperationException(
            "The function returned null and promised an IHttpResult; return HttpResults.NotFound() for what is not "
            + "there, or HttpResults.Ok() for an answer without a body.")).Serialize(options);
}
