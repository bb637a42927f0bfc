using Amazon.Lambda.Annotations.APIGateway;

namespace Lambda.Annotations;

/// <summary>Lets pages of other origins call the project's HTTP API, which answers their preflights itself.</summary>
/// <remarks>
/// <code>
/// [assembly: HttpApiCors("@SiteUrl", AllowMethods = [LambdaHttpMethod.Get], AllowHeaders = ["authorization"])]
/// </code>
/// An origin may be a value of the template, as those of <see cref="JwtAuthorizerAttribute"/> are.
/// </remarks>
/// <param name="allowOrigins">
/// Origins such as <c>https://photos.example</c>, without a path; <c>*</c> for all. At least one is needed.
/// </param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class HttpApiCorsAttribute(params string[] allowOrigins) : Attribute
{
    /// <summary>Origins whose pages may call.</summary>
    public IReadOnlyList<string> AllowOrigins { get; } = allowOrigins;

    /// <summary>Methods that they may use.</summary>
    public LambdaHttpMethod[]? AllowMethods { get; set; }

    /// <summary>Headers that they may send; <c>*</c> for all.</summary>
    public string[]? AllowHeaders { get; set; }

    /// <summary>Headers of the answer that they may see; <c>*</c> for all.</summary>
    public string[]? ExposeHeaders { get; set; }

    /// <summary>Whether cookies go along; not when all origins are allowed.</summary>
    public bool AllowCredentials { get; set; }

    /// <summary>Seconds for which a browser remembers the answer to a preflight: -1 (not at all) to 86,400.</summary>
    public int MaxAge { get; set; }
}
