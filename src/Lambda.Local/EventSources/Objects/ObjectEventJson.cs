using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Local.EventSources.Description;
using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Changes;

namespace Lambda.Local.EventSources.Objects;

/// <summary>What S3 tells a function of an object, in version 2.1 of its message.</summary>
internal static class ObjectEventJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static JsonElement Of(ObjectChange change, ObjectRule rule, string bucket, string sequencer)
    {
        var stored = new JsonObject { ["key"] = Encode(change.Key) };
        if (change.Stored is { } facts)
            (stored["size"], stored["eTag"]) = (facts.Length, facts.ETag);
        stored["sequencer"] = sequencer;

        var record = new JsonObject
        {
            ["eventVersion"] = "2.1",
            ["eventSource"] = "aws:s3",
            ["awsRegion"] = "us-east-1",
            ["eventTime"] = change.At.UtcDateTime.ToString(TimeFormat, null),
            ["eventName"] = change.Event,
            ["userIdentity"] = new JsonObject { ["principalId"] = "AWS:LOCAL" },
            ["requestParameters"] = new JsonObject { ["sourceIPAddress"] = change.SourceAddress },
            ["responseElements"] = new JsonObject
            {
                ["x-amz-request-id"] = change.RequestId,
                ["x-amz-id-2"] = change.RequestId,
            },
            ["s3"] = new JsonObject
            {
                ["s3SchemaVersion"] = "1.0",
                ["configurationId"] = rule.Id,
                ["bucket"] = new JsonObject
                {
                    ["name"] = bucket,
                    ["ownerIdentity"] = new JsonObject { ["principalId"] = "LOCAL" },
                    ["arn"] = $"arn:aws:s3:::{bucket}",
                },
                ["object"] = stored,
            },
        };
        return JsonSerializer.SerializeToElement(new JsonObject { ["Records"] = new JsonArray(record) });
    }

    // As a form encodes it, but for the slashes.
    private static string Encode(string key) =>
        UriText.Encode(key, keepSlashes: true).Replace("%20", "+", StringComparison.Ordinal);
}
