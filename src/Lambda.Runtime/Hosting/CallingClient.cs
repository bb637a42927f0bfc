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

    public static IClientContext Of(string? json)
    {
        using var document = CallerJson.Parse(json);
        if (document is null)
            return new CallingClient();

        return new CallingClient
        {
            Environment = Texts(document.RootElement, "env"),
            Custom = Texts(document.RootElement, "custom"),
            Client = document.RootElement.TryGetProperty("client", out var client) ? Application(client) : null,
        };
    }

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

    public static ICognitoIdentity Of(string? json)
    {
        using var document = CallerJson.Parse(json);
        return document is null ? new CallingIdentity() : new CallingIdentity
        {
            IdentityId = CallerJson.Text(document.RootElement, "cognitoIdentityId"),
            IdentityPoolId = CallerJson.Text(document.RootElement, "cognitoIdentityPoolId"),
        };
    }
}

/// <summary>JSON that a caller wrote, who may have written anything.</summary>
internal static class CallerJson
{
    /// <summary>The object; null when the text is none.</summary>
    public static JsonDocument? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;

        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // No object either.
        }

        return null;
    }

    public static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
