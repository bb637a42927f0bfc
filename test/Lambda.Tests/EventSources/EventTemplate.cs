using System.Text.Json.Nodes;

namespace Lambda.Tests.EventSources;

/// <summary>Templates for tests: functions of the test's own function set, by the name of their method.</summary>
internal static class EventTemplate
{
    /// <param name="resources">As <see cref="Function"/> makes them; a bucket <c>Pictures</c> is there as well.</param>
    public static string Of(params (string Id, JsonObject Resource)[] resources)
    {
        var all = new JsonObject { ["Pictures"] = new JsonObject { ["Type"] = "AWS::S3::Bucket" } };
        foreach (var (id, resource) in resources)
            all[id] = resource;

        return new JsonObject
        {
            ["Parameters"] = new JsonObject { ["SiteOrigin"] = new JsonObject { ["Type"] = "String" } },
            ["Resources"] = all,
        }.ToJsonString();
    }

    /// <param name="handler">The method of <c>SampleFunctions</c>.</param>
    /// <param name="events">JSON of the function's <c>Events</c>.</param>
    /// <param name="more">JSON of further properties, without braces.</param>
    public static (string Id, JsonObject Resource) Function(
        string id, string handler, string events, string more = "\"Timeout\": 10") =>
        (id, JsonNode.Parse(
            $$"""
            {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "Handler": "bootstrap",
                "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "{{handler}}" } },
                "Events": {{events}},
                {{more}}
              }
            }
            """)!.AsObject());

    /// <summary>An <c>S3</c> event called <c>Change</c>.</summary>
    public static string Objects(string events = "s3:ObjectCreated:*", string? prefix = null, string? suffix = null)
    {
        var rules = new JsonArray();
        if (prefix is not null)
            rules.Add(new JsonObject { ["Name"] = "prefix", ["Value"] = prefix });
        if (suffix is not null)
            rules.Add(new JsonObject { ["Name"] = "Suffix", ["Value"] = suffix });

        var properties = new JsonObject
        {
            ["Bucket"] = new JsonObject { ["Ref"] = "Pictures" },
            ["Events"] = events,
        };
        if (rules.Count > 0)
            properties["Filter"] = new JsonObject { ["S3Key"] = new JsonObject { ["Rules"] = rules } };

        return Event("Change", "S3", properties);
    }

    /// <summary>A <c>Schedule</c> called <c>Tick</c>.</summary>
    /// <param name="more">JSON of further properties, with a comma in front.</param>
    public static string Schedule(string expression, string more = "") => Event(
        "Tick", "Schedule", JsonNode.Parse($$"""{ "Schedule": "{{expression}}" {{more}} }""")!);

    /// <summary>A <c>ScheduleV2</c> called <c>Tick</c>.</summary>
    public static string Scheduler(string expression, string more = "") => Event(
        "Tick", "ScheduleV2", JsonNode.Parse($$"""{ "ScheduleExpression": "{{expression}}" {{more}} }""")!);

    public static string Event(string name, string type, JsonNode properties) => new JsonObject
    {
        [name] = new JsonObject { ["Type"] = type, ["Properties"] = properties },
    }.ToJsonString();
}
