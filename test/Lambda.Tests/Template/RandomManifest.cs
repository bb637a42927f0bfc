using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Tests.Template;

/// <summary>Manifests of any shape; the same for the same seed.</summary>
internal static class RandomManifest
{
    private static readonly string[] Texts = ["plain", "a: b", "#x", "2024-01-01", "'q'", "\"", "ü😀", " ", "line\nline", "yes", "1.0", "${A}"];

    public static FunctionManifest Of(Random random)
    {
        bool Maybe() => random.Next(2) == 0;
        string Text() => Texts[random.Next(Texts.Length)];
        JsonObject Intrinsic() => (JsonObject)JsonNode.Parse("""{"Fn::RefOrGetAtt":["Table","Arn"]}""")!;

        ManifestEvent[] events =
        [
            new("RootGet", "HttpApi", [new("Path", $"/{Text()}"), new("Method", "GET")]),
            new("RootPost", "HttpApi", [new("Path", "/x"), new("Method", "POST"), new("Auth.Authorizer", "Check")]),
            new("RootPut", "Api", [new("Path", "/x"), new("Method", "PUT")]),
            new("Queue", "SQS", [new("Queue", Intrinsic()), new("BatchSize", random.Next(9))]),
            new("Bucket", "S3", [new("Bucket.Ref", "B"), new("Events", new JsonArray("s3:*", Text()))]),
        ];

        ManifestFunction Function(string id) => new(id, Text(), [.. events.Where(_ => random.Next(3) == 0)])
        {
            Name = Maybe() ? id : null,
            IsImage = random.Next(4) == 0,
            Timeout = Maybe() ? random.Next(1, 9) : null,
            Memory = Maybe() ? random.Next(1, 9) : null,
            Role = random.Next(4) == 0 ? Maybe() ? "@Role" : Text() : null,
            Policies = random.Next(4) == 0 ? "A, @B" : null,
            Statements = Maybe() ? [new JsonObject { ["Effect"] = "Allow", ["Action"] = new JsonArray(Text()), ["Resource"] = Intrinsic() }] : null,
            Environment = Maybe() ? new() { [Maybe() ? "A" : "B"] = Text(), ["C"] = Intrinsic() } : null,
            FunctionUrl = Maybe() ? Maybe() ? new() { ["AuthType"] = "NONE" } : new() { ["AuthType"] = "NONE", ["Cors"] = new JsonObject { ["MaxAge"] = 1 } } : null,
        };

        var authorizer = new ManifestAuthorizer(Maybe(), "Check", "F1", [new("Identity.Headers", new JsonArray("A")), new("EnableSimpleResponses", Maybe())]);
        return new FunctionManifest(Maybe() ? "dotnet10" : "provided.al2023", [.. Enumerable.Range(1, 4).Where(_ => Maybe()).Select(at => Function($"F{at}"))])
        {
            Authorizers = Maybe() ? [authorizer] : [],
            Jwt = Maybe() ? [new("People", Text(), ["x", Intrinsic()])] : [],
            Cors = Maybe() ? new() { ["AllowOrigins"] = new JsonArray(Text()), ["MaxAge"] = random.Next(3) } : null,
        };
    }
}
