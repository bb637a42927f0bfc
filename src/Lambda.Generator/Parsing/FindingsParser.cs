using Lambda.Generator.Model;
using Lambda.Generator.Parsing.Extras;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>
/// Everything there is to object to: what was found piece by piece, and what only shows when all is together.
/// </summary>
internal static class FindingsParser
{
    public static Finding? OfStray(IMethodSymbol method) =>
        Triggers.Attributes.Any(attribute => method.Find(attribute) is not null)
            ? Finding.Of(Diagnostics.NoFunctionAttribute, Place.Of(method), method.Name)
            : ExtrasParser.OfStray(method);

    public static IEnumerable<Finding> All(
        IReadOnlyCollection<ParsedFunction> functions,
        IReadOnlyCollection<ParsedStartup> startups,
        ParsedProject assembly,
        IEnumerable<Finding> strays) =>
        [
            .. functions.SelectMany(function => function.Findings),
            .. startups.SelectMany(startup => startup.Findings),
            .. assembly.Findings,
            .. strays,
            .. ManyStartups(startups),
            .. WithoutServices(functions, startups),
            .. AuthorizerFindings.Of(functions),
            .. SameResource(functions),
            .. NothingToServe(functions, assembly),
        ];

    private static IEnumerable<Finding> ManyStartups(IReadOnlyCollection<ParsedStartup> startups) =>
        startups.Count < 2
            ? []
            : startups.Select(startup => Finding.Of(Diagnostics.ManyStartups, startup.Place, startup.Name));

    private static IEnumerable<Finding> WithoutServices(
        IReadOnlyCollection<ParsedFunction> functions, IReadOnlyCollection<ParsedStartup> startups) =>
        startups.FirstOrDefault()?.Startup is not null
            ? []
            : functions.Where(parsed => parsed.Function?.NeedsServices == true).Select(parsed => Finding.Of(
                Diagnostics.CannotGenerate,
                parsed.Place,
                parsed.Function!.MethodName,
                "it needs services; add a class with [LambdaStartup] and void ConfigureServices(IServiceCollection)"));

    private static IEnumerable<Finding> SameResource(IReadOnlyCollection<ParsedFunction> functions) =>
        functions.Where(parsed => parsed.Function is not null)
            .GroupBy(parsed => parsed.Function!.ResourceName)
            .SelectMany(group => group.Skip(1))
            .Select(parsed => Finding.Of(
                Diagnostics.ResourceName,
                parsed.Place,
                parsed.Function!.MethodName,
                parsed.Function.ResourceName,
                "another function's resource has that name; set another ResourceName"));

    private static IEnumerable<Finding> NothingToServe(
        IReadOnlyCollection<ParsedFunction> functions, ParsedProject assembly) =>
        assembly.Project.GeneratesMain && functions.Count == 0
            ? [Finding.Of(Diagnostics.NoFunctions, assembly.Place)]
            : [];
}
