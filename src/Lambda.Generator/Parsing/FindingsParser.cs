using System.Collections.Immutable;
using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>
/// Everything there is to object to: what was found piece by piece, and what only shows when all is together.
/// </summary>
internal static class FindingsParser
{
    public static Finding? OfOrphan(IMethodSymbol method) =>
        method.Find(KnownNames.LambdaFunction) is null
            ? Finding.Of(Diagnostics.NoFunctionAttribute, Place.Of(method), method.Name)
            : null;

    public static IEnumerable<Finding> All(
        ImmutableArray<ParsedFunction> functions,
        ImmutableArray<ParsedStartup> startups,
        ParsedProject assembly,
        ImmutableArray<Finding?> orphans) =>
        [
            .. functions.SelectMany(function => function.Findings),
            .. startups.SelectMany(startup => startup.Findings),
            .. assembly.Findings,
            .. orphans.OfType<Finding>(),
            .. ManyStartups(startups),
            .. WithoutServices(functions, startups),
            .. AuthorizerFindings.Of(functions),
            .. SameResource(functions),
            .. NothingToServe(functions, assembly),
        ];

    private static IEnumerable<Finding> ManyStartups(ImmutableArray<ParsedStartup> startups) =>
        startups.Length < 2
            ? []
            : startups.Select(startup => Finding.Of(Diagnostics.ManyStartups, startup.Place, startup.Name));

    private static IEnumerable<Finding> WithoutServices(
        ImmutableArray<ParsedFunction> functions, ImmutableArray<ParsedStartup> startups) =>
        startups.FirstOrDefault()?.Startup is not null
            ? []
            : functions.Where(parsed => parsed.Function?.NeedsServices == true).Select(parsed => Finding.Of(
                Diagnostics.CannotGenerate,
                parsed.Place,
                parsed.Function!.MethodName,
                "it needs services; add a class with [LambdaStartup] and void ConfigureServices(IServiceCollection)"));

    private static IEnumerable<Finding> SameResource(ImmutableArray<ParsedFunction> functions) =>
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
        ImmutableArray<ParsedFunction> functions, ParsedProject assembly) =>
        assembly.Project.GeneratesMain && functions.IsEmpty
            ? [Finding.Of(Diagnostics.NoFunctions, assembly.Place)]
            : [];
}
