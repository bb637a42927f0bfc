using System.Text.Json;

namespace Lambda.Local.Isolated;

/// <summary>What a process says of its failure: <c>{"errorType": …, "errorMessage": …}</c>.</summary>
internal static class ErrorText
{
    private const string Unknown = "it did not say why.";

    /// <summary>Type and message on one line; a runtime may say less, or nothing that is JSON.</summary>
    public static string Of(ReadOnlySpan<byte> report)
    {
        try
        {
            var error = JsonElement.Parse(report);
            if (error.ValueKind != JsonValueKind.Object)
                return Unknown;

            return (Member(error, "errorType"), Member(error, "errorMessage")) switch
            {
                (null, null) => Unknown,
                (var type, null) => type!,
                (null, var message) => message,
                var (type, message) => $"{type}: {message}",
            };
        }
        catch (JsonException)
        {
            return Unknown;
        }
    }

    private static string? Member(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
