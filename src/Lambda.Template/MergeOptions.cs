namespace Lambda.Template;

/// <summary>What <c>merge</c> is asked to do.</summary>
/// <param name="Assembly">The compiled code.</param>
/// <param name="ProjectFolder">Its project's folder.</param>
/// <param name="Template">The template; null for the place where the project's configuration says it is.</param>
/// <param name="OpenApi">The API's description; null for beside the template, <c>off</c> for none.</param>
/// <param name="IsMarked">Whether the template's description is to say that a build takes part in it.</param>
/// <param name="IsCheck">Whether to compare only.</param>
/// <param name="Stamp">Where to list the files that the result depends on; null for nowhere.</param>
internal sealed record MergeOptions(
    string Assembly,
    string ProjectFolder,
    string? Template,
    string? OpenApi,
    bool IsMarked,
    bool IsCheck,
    string? Stamp)
{
    public const string Usage =
        "merge --assembly FILE --project-dir FOLDER [--template FILE] [--openapi FILE|off] [--mark on|off] "
        + "[--mode write|check] [--stamp FILE]";

    /// <summary>Null when that is not how it is called.</summary>
    public static MergeOptions? Read(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (var at = 1; at + 1 < args.Length; at += 2)
            given[args[at]] = args[at + 1];

        return args is ["merge", ..]
            && given.TryGetValue("--assembly", out var assembly)
            && given.TryGetValue("--project-dir", out var project)
            && given.GetValueOrDefault("--mode", "write") is ("write" or "check") and var mode
            ? new MergeOptions(
                assembly,
                project,
                given.GetValueOrDefault("--template"),
                given.GetValueOrDefault("--openapi"),
                given.GetValueOrDefault("--mark", "on") != "off",
                mode == "check",
                given.GetValueOrDefault("--stamp"))
            : null;
    }
}
