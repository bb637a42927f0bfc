using System.Globalization;
using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads what the HTTP API answers to preflights.</summary>
/// <remarks>The rules are those of API Gateway, which refuses the API at its deployment when they are broken.</remarks>
internal static class CorsParser
{
    private const int LongestMemory = 86_400;

    private static readonly string[] Methods = ["*", "GET", "POST", "PUT", "PATCH", "HEAD", "DELETE", "OPTIONS"];

    /// <summary>An object, or null when the assembly says nothing of it.</summary>
    public static string? Parse(IAssemblySymbol assembly, Action<Finding> report)
    {
        if (ExtraAttribute.All(assembly, ExtraAttribute.HttpApiCors).FirstOrDefault() is not { } cors)
            return null;

        void Refuse(Place? place, string reason) => report(Finding.Of(Diagnostics.InvalidCors, place, reason));

        var origins = cors.Texts(0);
        if (origins.Length == 0)
            Refuse(cors.Place, "it allows no origin; name one, such as 'https://photos.example', or '*' for all");
        for (var at = 0; at < origins.Length; at++)
        {
            if (WhyNoOrigin(origins[at]) is { } reason)
                Refuse(cors.PlaceOf(0, at), reason);
        }

        var withCredentials = cors.Get("AllowCredentials", false);
        if (withCredentials && origins.Contains("*"))
            Refuse(cors.PlaceOf("AllowCredentials"), "cookies do not go to all origins; name the origins");

        var maxAge = cors.Get<int?>("MaxAge", null);
        if (maxAge is < -1 or > LongestMemory)
            Refuse(cors.PlaceOf("MaxAge"), $"MaxAge is {maxAge}; use -1 to {LongestMemory} seconds");

        return JsonText.Object(
            ("AllowOrigins", List(origins.Select(origin => TemplateText.Value(origin) ?? JsonText.Quote(origin)))),
            ("AllowMethods", List(cors.Many<int>("AllowMethods")?.Select(Method))),
            ("AllowHeaders", List(cors.Many<string>("AllowHeaders")?.Select(JsonText.Quote))),
            ("ExposeHeaders", List(cors.Many<string>("ExposeHeaders")?.Select(JsonText.Quote))),
            ("AllowCredentials", withCredentials ? "true" : null),
            ("MaxAge", maxAge?.ToString(CultureInfo.InvariantCulture)));
    }

    private static string? WhyNoOrigin(string origin)
    {
        if (TemplateText.Value(origin) is not { } value)
            return $"'{origin}' is no value; write an origin, '@Name' or '@Resource.Attribute'";

        var isText = value.StartsWith("\"", StringComparison.Ordinal);
        string[] schemes = ["https://", "http://"];
        var scheme = schemes.FirstOrDefault(scheme => origin.StartsWith(scheme, StringComparison.Ordinal));
        if (!isText || origin == "*" || (scheme is not null && origin.IndexOf('/', scheme.Length) < 0))
            return null;

        return $"'{origin}' is no origin; write scheme and host without a path, such as 'https://photos.example'";
    }

    private static string Method(int number) => JsonText.Quote(Methods.ElementAtOrDefault(number) ?? Methods[0]);

    private static string? List(IEnumerable<string>? items) => items is null ? null : JsonText.Array(items);
}
