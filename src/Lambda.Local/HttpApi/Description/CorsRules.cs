namespace Lambda.Local.HttpApi.Description;

/// <summary>The template's <c>CorsConfiguration</c>: lists that do not apply are empty.</summary>
internal sealed record CorsRules(
    IReadOnlyList<string> Origins,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> ExposedHeaders,
    int? MaxAgeSeconds,
    bool AllowCredentials);
