using System.Collections.Frozen;
using Lambda.Local.Invoking;

namespace Lambda.Local.Console.Api;

/// <summary>The functions that are here to be called, by name.</summary>
internal sealed class FunctionList(IReadOnlyList<FunctionDescription> functions)
{
    private readonly FrozenDictionary<string, FunctionDescription> _byName =
        functions.ToFrozenDictionary(function => function.LogicalId);

    public IReadOnlyList<FunctionDescription> All { get; } =
        [.. functions.OrderBy(function => function.LogicalId, StringComparer.Ordinal)];

    public FunctionDescription? Find(string name) => _byName.GetValueOrDefault(name);
}
