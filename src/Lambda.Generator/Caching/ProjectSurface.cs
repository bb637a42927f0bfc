using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Caching;

/// <summary>The surfaces of a project's files, and what of them functions can see.</summary>
internal sealed class ProjectSurface(IReadOnlyCollection<SyntaxTree> trees)
{
    private readonly HashSet<string> _aliases = [.. trees.SelectMany(tree => TreeSurface.Of(tree).Aliases)];
    private HashSet<string>? _seen;

    /// <summary>The files that hold functions, or speak for the whole project.</summary>
    public IEnumerable<SyntaxTree> Roots => trees.Where(tree => IsRoot(TreeSurface.Of(tree)));

    /// <summary>Every name that functions use, that is used by what they name, and so on.</summary>
    private HashSet<string> Seen => _seen ??= See();

    public bool IsRoot(TreeSurface surface) => surface.IsRoot || surface.Names.Overlaps(_aliases);

    /// <summary>Whether functions can see the difference between two versions of a file that holds none.</summary>
    public bool Sees(TreeSurface before, TreeSurface after) =>
        before.Declared.Overlaps(Seen) || after.Declared.Overlaps(Seen);

    /// <summary>Whether functions can see a namespace that only one of the two projects has.</summary>
    public bool SeesNamespacesUnlike(ProjectSurface other)
    {
        var differing = Namespaces();
        differing.SymmetricExceptWith(other.Namespaces());
        return differing.SelectMany(name => name.Split('.')).Any(Seen.Contains);
    }

    private HashSet<string> Namespaces() => [.. trees.SelectMany(tree => TreeSurface.Of(tree).Namespaces)];

    private HashSet<string> See()
    {
        var others = trees.Select(TreeSurface.Of).ToList();
        var seen = new HashSet<string>(others.Where(IsRoot).SelectMany(surface => surface.Names));
        others.RemoveAll(IsRoot);
        while (others.Find(surface => surface.Declared.Overlaps(seen)) is { } named)
        {
            seen.UnionWith(named.Names);
            others.Remove(named);
        }

        return seen;
    }
}
