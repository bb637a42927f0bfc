using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>The one text that stands for a request when it is signed.</summary>
/// <remarks>
/// <code>
/// method
/// path, encoded, slashes kept
/// query, encoded and sorted, without X-Amz-Signature
/// name:value           one line per signed header, sorted
///
/// names of the signed headers; separated
/// payload hash
/// </code>
/// </remarks>
internal static class CanonicalRequest
{
    public static string Of(HttpRequest request, RequestTarget target, SignatureClaim claim)
    {
        var text = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(UriText.Encode(target.Path, keepSlashes: true)).Append('\n')
            .Append(Query(target.Query)).Append('\n');

        foreach (var name in claim.SignedHeaders)
            text.Append(name).Append(':').Append(Value(request.Headers[name])).Append('\n');

        return text.Append('\n').AppendJoin(';', claim.SignedHeaders).Append('\n').Append(claim.PayloadHash).ToString();
    }

    private static string Query(QueryParameters query) => string.Join('&', query.All
        .Where(parameter => parameter.Key != ClaimReader.SignatureParameter)
        .Select(parameter => (Name: UriText.Encode(parameter.Key), Value: UriText.Encode(parameter.Value)))
        .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Name}={parameter.Value}"));

    // Runs of spaces count as one, so a proxy that tidies headers breaks no signature.
    private static string Value(StringValues values) => string.Join(',', values.Select(value =>
        string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
