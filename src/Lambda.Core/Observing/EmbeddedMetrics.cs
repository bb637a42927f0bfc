using System.Text.Json;

namespace Amazon.Lambda.Observing;

/// <summary>
/// The part of a line that tells CloudWatch which of its members are metrics: the embedded metric format.
/// </summary>
/// <remarks>
/// <code>
/// "_aws": { "Timestamp": 1764320400000, "CloudWatchMetrics": [
///   { "Namespace": "…", "Dimensions": [["stage"]], "Metrics": [{ "Name": "…", "Unit": "…" }] } ] }
/// </code>
/// CloudWatch bills each metric for each value of its dimensions, so the stage is all there is: five metrics for a
/// stage, whatever the number of routes. Who asks about a route asks the lines, not the metrics.
/// </remarks>
internal sealed class EmbeddedMetrics
{
    public const string Stage = "stage";
    public const string Duration = "Duration";
    public const string ServerErrors = "ServerErrors";
    public const string ClientErrors = "ClientErrors";
    public const string ColdStarts = "ColdStarts";
    public const string EventFailures = "EventFailures";

    private static readonly JsonEncodedText Aws = JsonEncodedText.Encode("_aws");
    private static readonly JsonEncodedText Timestamp = JsonEncodedText.Encode("Timestamp");
    private static readonly JsonEncodedText Directives = JsonEncodedText.Encode("CloudWatchMetrics");

    private readonly byte[] _ofRequests;
    private readonly byte[] _ofEvents;

    /// <param name="space">The metrics' namespace.</param>
    /// <param name="hasStage">Whether lines name their stage.</param>
    public EmbeddedMetrics(string space, bool hasStage)
    {
        _ofRequests = Directive(space, hasStage, [Duration, ServerErrors, ClientErrors, ColdStarts]);
        _ofEvents = Directive(space, hasStage, [EventFailures]);
    }

    /// <summary>Writes the member.</summary>
    public void WriteHead(Utf8JsonWriter json, DateTimeOffset now, bool isRequest)
    {
        json.WriteStartObject(Aws);
        json.WriteNumber(Timestamp, now.ToUnixTimeMilliseconds());
        json.WritePropertyName(Directives);
        json.WriteRawValue(isRequest ? _ofRequests : _ofEvents, skipInputValidation: true);
        json.WriteEndObject();
    }

    // The same in every line, so it is made once.
    private static byte[] Directive(string space, bool hasStage, ReadOnlySpan<string> metrics)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("Namespace", space);
            json.WriteStartArray("Dimensions");
            json.WriteStartArray();
            if (hasStage)
                json.WriteStringValue(Stage);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            foreach (var metric in metrics)
            {
                json.WriteStartObject();
                json.WriteString("Name", metric);
                json.WriteString("Unit", metric is Duration ? "Milliseconds" : "Count");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return bytes.ToArray();
    }
}
