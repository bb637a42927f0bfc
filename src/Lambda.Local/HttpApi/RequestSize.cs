using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi;

/// <summary>The sizes a request may have.</summary>
internal static class RequestSize
{
    /// <summary>The request line and all headers together, in characters.</summary>
    public const int MaxHead = 10_240;

    /// <summary>What Lambda takes, in bytes; the limit holds for the body and for the event made of it.</summary>
    public const int MaxBody = 6 * 1024 * 1024;

    private const int LineEnd = 2;
    private const int HeaderPunctuation = 4;

    public static bool IsHeadTooLarge(HttpRequest request, string rawTarget)
    {
        var size = request.Method.Length + rawTarget.Length + request.Protocol.Length + 2 + LineEnd;
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
                size += name.Length + (value?.Length ?? 0) + HeaderPunctuation;
        }

        return size > MaxHead;
    }
}
