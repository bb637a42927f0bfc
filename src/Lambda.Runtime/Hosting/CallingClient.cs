using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>A mobile application, from the JSON that came with its event; read when somebody asks.</summary>
/// <remarks>
/// Members that are missing are null, as in Amazon's package, and so are those of another kind than text: the JSON is
/// the caller's, and the function may not care for it at all.
/// </remarks>
internal sealed class CallingClient : IClientContext, IClientApplication
{
    public IDictionary<string, string>? Environment { get; private init; }

    public IClientApplication? Client { get; private init; }

    public IDictionary<string, string>? Custom { get; private init; }

    public string? AppPackageName { get; private init; }

    public string? AppTitle { get; private init; }

    public string? AppVersionCode { get; private init; }

    public string? AppVersionName { get; private init; }

    public string? InstallationId { get; private init; }

    public static IClientContext Of(string? json) =>
        CallerJson.Read(json, caller => new CallingClient
        {
            Environment = Texts(caller, "env"),
            Custom = Texts(caller, "custom"),
            Client = caller.TryGetProperty("client", out var client) ? Application(client) : null,
        }) ?? new CallingClient();

    private static CallingClient? Application(JsonElement client) =>
        client.ValueKind != JsonValueKind.Object ? null : new()
        {
            AppPackageName = CallerJson.Text(client, "app_package_name"),
            AppTitle = CallerJson.Text(client, "app_title"),
            AppVersionCode = CallerJson.Text(client, "app_version_code"),
            AppVersionName = CallerJson.Text(client, "app_version_name"),
            InstallationId = CallerJson.Text(client, "installation_id"),
        };

    private static Dictionary<string, string>? Texts(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var members) || members.ValueKind != JsonValueKind.Object)
            return null;

        var texts = new Dictionary<string, string>();
        foreach (var member in members.EnumerateObject())
            texts[member.Name] = member.Value.ToString();
        return texts;
    }
}

/// <summary>A Cognito identity, from the JSON that came with its event.</summary>
internal sealed class CallingIdentity : ICognitoIdentity
{
    public string? IdentityId { get; private init; }

    public string? IdentityPoolId { get; private init; }

    public static ICognitoIdentity Of(string? json) =>
        CallerJson.Read(json, caller => new CallingIdentity
        {
            IdentityId = CallerJson.Text(caller, "cognitoIdentityId"),
            IdentityPoolId = CallerJson.Text(caller, "cognitoIdentityPoolId"),
        }) ?? new CallingIdentity();
}

/// <summary>JSON that a caller wrote, who may have written anything.</summary>
internal static class CallerJson
{
    /// <summary>What is made of the object; null when the text is none.</summary>
    public static T? Read<T>(string? json, Func<JsonElement, T> read)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or JSON with text that is none: an escape may stand for half a character.
            return null;
        }
    }

    public static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
