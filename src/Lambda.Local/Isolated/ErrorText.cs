using System.Text.Json;

namespace Lambda.Local.Isolated;

/// <summary>What a process says of its failure: <c>{"errorType": …, "errorMessage": …}</c>.</summary>
internal static class ErrorText
{
    private const string Unknown = "it did not say why.";

    /// <summary>Type and message on one line; a runtime may say less, or nothing that is JSON.</summary>
    /// <param name="report">The body.</param>
    /// <param name="named">The type as the header of the report has it; empty for none.</param>
    public static string Of(ReadOnlySpan<byte> report, string named)
    {
        var otherwise = named is "" ? Unknown : named;
        try
        {
            var error = JsonElement.Parse(report);
            if (error.ValueKind != JsonValueKind.Object)
                return otherwise;

            return (Member(error, "errorType"), Member(error, "errorMessage")) switch
            {
                (null, null) => otherwise,
                (var type, null) => type!,
                (null, var message) => message,
                var (type, message) => $"{type}: {message}",
            };
        }
        // The second for text that is no text, such as "\ud800".
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return otherwise;
        }
    }

    private static string? Member(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
