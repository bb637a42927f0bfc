using Amazon.Lambda.APIGatewayEvents;

namespace Photos.Functions.Http;

/// <summary>Headers of a request: the gateway writes names in lower case and joins repeated ones by commas.</summary>
internal static class Header
{
    /// <summary>The trimmed value; null when it was not sent.</summary>
    public static string? Of(APIGatewayHttpApiV2ProxyRequest request, string name) =>
        request.Headers is { } headers && headers.TryGetValue(name, out var value) ? value.Trim() : null;
}
