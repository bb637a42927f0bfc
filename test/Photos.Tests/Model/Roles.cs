using System.Text.Json;
using Amazon.Runtime;
using Photos.Tests.Shared;

namespace Photos.Tests.Model;

/// <summary>
/// Stands between the functions and the table as the cloud's roles do: a function gets through with what the template
/// grants it and with nothing else.
/// </summary>
internal sealed class Roles : HttpClientFactory
{
    private static readonly AsyncLocal<string?> Caller = new();
    private static readonly SocketsHttpHandler Sockets = new() { UseProxy = false };
    private static readonly Lazy<JsonElement> Functions = new(Read);

    /// <summary>From here on, whoever waits for this call is the function that answers that route.</summary>
    public static void Act(string method, string path) => Caller.Value = Functions.Value.EnumerateObject()
        .First(function => Events(function.Value).Any(route =>
            route.TryGetProperty("Path", out var template)
            && route.GetProperty("Method").GetString() == method
            && Matches(template.GetString()!.Split('/'), path.Split('/'))))
        .Name;

    /// <summary>The same of one that no route leads to.</summary>
    public static void Act(string function) => Caller.Value = function;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Guard { InnerHandler = Sockets }, disposeHandler: false);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private static JsonElement Read()
    {
        var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "serverless.template")));
        return template.RootElement.GetProperty("Resources");
    }

    private static IEnumerable<JsonElement> Events(JsonElement resource) =>
        resource.GetProperty("Type").GetString() == "AWS::Serverless::Function"
            ? resource.GetProperty("Properties").GetProperty("Events").EnumerateObject()
                .Select(each => each.Value.GetProperty("Properties"))
            : [];

    private static bool Matches(string[] template, string[] path) => template.Length == path.Length
        && template.Zip(path).All(parts => parts.First == parts.Second || parts.First.StartsWith('{'));

    private static bool IsGranted(JsonElement function, string action, string resource, string body) => function
        .GetProperty("Properties").GetProperty("Policies").EnumerateArray()
        .Where(policy => policy.ValueKind == JsonValueKind.Object)
        .SelectMany(policy => policy.GetProperty("Statement").EnumerateArray())
        .Any(statement =>
            statement.GetProperty("Action").EnumerateArray().Any(each => each.GetString() == $"dynamodb:{action}")
            && statement.GetProperty("Resource").GetRawText().Contains(resource, StringComparison.Ordinal)
            && (!statement.TryGetProperty("Condition", out _) || body.Contains("\"KEYS\"", StringComparison.Ordinal)));

    private sealed class Guard : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var action = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            await request.Content!.LoadIntoBufferAsync(ct);
            var body = await request.Content.ReadAsStringAsync(ct);
            using var asked = JsonDocument.Parse(body);
            var resource = asked.RootElement.TryGetProperty("IndexName", out var index)
                ? $"/index/{index.GetString()}\""
                : "\"Fn::GetAtt\"";
            if (Caller.Value is { } caller && !IsGranted(Functions.Value.GetProperty(caller), action, resource, body))
                throw new DeviationException($"{caller} may not {action} {resource}: see its policies in the template");

            return await base.SendAsync(request, ct);
        }
    }
}
