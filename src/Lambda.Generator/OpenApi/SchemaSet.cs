using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>Describes every type that routes are made of, and the types that those are made of.</summary>
internal static class SchemaSet
{
    public static EquatableArray<SchemaModel> Of(
        IEnumerable<SchemaRoot> roots, Compilation compilation, CancellationToken ct)
    {
        var rules = JsonRules.Of(compilation.Assembly);
        var uses = new Dictionary<INamedTypeSymbol, SchemaUse>(SymbolEqualityComparer.Default);
        foreach (var root in roots.Distinct())
        {
            if (DocumentationCommentId.GetFirstSymbolForReferenceId(root.Id, compilation) is INamedTypeSymbol type)
                Spread(type, root.Use);
        }

        return new EquatableArray<SchemaModel>(
        [
            .. uses.Select(each => new SchemaModel(
                    SchemaName.Full(each.Key), SchemaName.Short(each.Key), Describe(each.Key, each.Value, _ => { })))
                .OrderBy(schema => schema.FullName, StringComparer.Ordinal),
        ]);

        // What a type is used for, its members' types are used for as well.
        void Spread(INamedTypeSymbol type, SchemaUse use)
        {
            ct.ThrowIfCancellationRequested();
            uses.TryGetValue(type, out var known);
            if ((known | use) == known)
                return;

            uses[type] = known | use;
            Describe(type, known | use, member => Spread(member, known | use));
        }

        string Describe(INamedTypeSymbol type, SchemaUse use, Action<INamedTypeSymbol> refer) =>
            new ObjectParser(rules, new SchemaParser(rules, refer), ct).Parse(type, use);
    }
}
