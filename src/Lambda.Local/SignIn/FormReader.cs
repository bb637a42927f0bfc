using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.SignIn;

/// <summary>Reads what a form sent, as long as it is small and well-formed.</summary>
internal static class FormReader
{
    private const int MaxBytes = 32 * 1024;

    /// <returns>Null for anything that is no such form.</returns>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;

        // A type that begins like a form's may go on so that nobody can read it.
        if (!context.Request.HasFormContentType || context.Request.ContentType?.StartsWith(
            "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || context.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        AskingClient.Tell(context);
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException
            or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
