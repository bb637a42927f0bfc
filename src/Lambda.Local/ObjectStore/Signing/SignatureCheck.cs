using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>Lets a request pass only if the holder of the secret signed it, all of it, and recently enough.</summary>
internal sealed class SignatureCheck(ObjectStoreCredentials credentials, TimeProvider clock)
{
    // The one key pair here is not a temporary one, which a token would go with.
    private const string TokenName = "X-Amz-Security-Token";

    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    /// <returns>Null when the request is genuine, else S3's reason.</returns>
    public S3Error? Examine(HttpRequest request, RequestTarget target, out VerifiedSignature? signature)
    {
        signature = null;
        if (ClaimReader.Read(request, target.Query, out var claim) is { } unreadable)
            return unreadable;
        if (claim!.AccessKey != credentials.AccessKey)
            return S3Error.UnknownAccessKey;
        if (request.Headers.ContainsKey(TokenName) || target.Query[TokenName] is not null)
            return S3Error.NoSuchToken;

        var signer = new Signer(credentials.SecretKey, claim.Scope, claim.SignedAt);
        if (!Signer.Same(signer.SignRequest(CanonicalRequest.Of(request, target, claim)), claim.Signature))
            return S3Error.SignatureDoesNotMatch;

        signature = new VerifiedSignature(claim.Scope.Region, claim.PayloadHash, signer, claim.Signature);
        return Coverage(request, claim) ?? Time(claim);
    }

    /// <summary>
    /// A header that changes what S3 does must be the signer's wish, not that of whoever holds the link.
    /// </summary>
    private static S3Error? Coverage(HttpRequest request, SignatureClaim claim)
    {
        if (claim.SignedHeaders.Any(name => name.Any(char.IsAsciiLetterUpper)) || !claim.SignedHeaders.Contains("host"))
            return S3Error.SignatureDoesNotMatch;

        var unsigned = request.Headers.Keys.Any(name =>
            name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
            && !claim.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase));
        return unsigned ? S3Error.UnsignedHeaders : null;
    }

    private S3Error? Time(SignatureClaim claim)
    {
        var age = clock.GetUtcNow() - claim.SignedAt;
        if (claim.Scope.Day != SignatureClaim.TimeText(claim.SignedAt)[..8])
            return S3Error.SignatureDoesNotMatch;

        if (claim.Expires is { } lifetime)
        {
            return age < -AllowedSkew ? S3Error.Denied("Request is not yet valid")
                : age >= lifetime ? S3Error.Denied("Request has expired")
                : null;
        }

        return age.Duration() > AllowedSkew ? S3Error.TimeTooSkewed : null;
    }
}
