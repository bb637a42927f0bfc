using Lambda.Generator.Model;
using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Generator.Caching;

/// <summary>
/// A compilation as far as functions are concerned: two of them are equal when nothing that a function's handler or
/// template could depend on has changed. So an edit elsewhere costs a comparison of file surfaces, and no binding.
/// </summary>
/// <remarks>
/// Reading attributes binds them, anew after every keystroke, since each makes another compilation; and binding costs
/// nearly as much as everything else together. Names decide instead: what functions see can only change through a file
/// that holds functions, or that declares something which they name, or which is named by what they name.
/// </remarks>
internal sealed class ProjectSnapshot(Compilation compilation, string? targetFramework) : IEquatable<ProjectSnapshot>
{
    private readonly SyntaxTree[] _trees = [.. compilation.SyntaxTrees];
    private readonly MetadataReference[] _references = [.. compilation.References];
    private readonly CompilationOptions _options = compilation.Options;
    private readonly LanguageVersion? _language = (compilation as CSharpCompilation)?.LanguageVersion;
    private readonly string? _name = compilation.AssemblyName;
    private readonly string? _targetFramework = targetFramework;

    private readonly ProjectSurface _surface = new([.. compilation.SyntaxTrees]);
    private readonly object _gate = new();
    private Compilation? _compilation = compilation;
    private ProjectReading? _reading;

    /// <summary>What there is to read. The compilation is let go then, so that no old one is kept alive.</summary>
    public ProjectReading Read(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_reading is null)
            {
                _reading = ProjectReader.Read(_compilation!, _surface.Roots, _targetFramework, ct);
                _compilation = null;
            }

            return _reading;
        }
    }

    public bool Equals(ProjectSnapshot? other) =>
        other is not null
        && _name == other._name
        && _targetFramework == other._targetFramework
        && _options.Equals(other._options)
        && _language == other._language
        && _references.SequenceEqual(other._references)
        && !Differing(other).Any(Matters)
        && !_surface.SeesNamespacesUnlike(other._surface);

    public override bool Equals(object? obj) => Equals(obj as ProjectSnapshot);

    public override int GetHashCode() => _trees.Length;

    private IEnumerable<(SyntaxTree? Before, SyntaxTree? After)> Differing(ProjectSnapshot other)
    {
        var (mine, theirs) = (_trees.Except(other._trees), other._trees.Except(_trees).ToList());
        foreach (var before in mine)
        {
            var after = theirs.Find(tree => tree.FilePath == before.FilePath);
            if (after is not null)
                theirs.Remove(after);
            yield return (before, after);
        }

        foreach (var added in theirs)
            yield return (null, added);
    }

    private bool Matters((SyntaxTree? Before, SyntaxTree? After) change)
    {
        var (before, after) = (TreeSurface.Of(change.Before), TreeSurface.Of(change.After));
        var isRoot = _surface.IsRoot(before) || _surface.IsRoot(after);

        // What has been objected to, must be shown where it now is.
        return before.IsSame(after)
            ? isRoot && _reading?.Findings.Count != 0
            : isRoot || _surface.Sees(before, after);
    }
}
