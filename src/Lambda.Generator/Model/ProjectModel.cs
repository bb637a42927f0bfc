namespace Lambda.Generator.Model;

/// <summary>What holds for the whole project.</summary>
/// <param name="Runtime">The runtime of every function that is not an image.</param>
/// <param name="OffersModel">Whether the programming model is referenced at all.</param>
internal sealed record ProjectModel(string AssemblyName, bool GeneratesMain, string Runtime, bool OffersModel)
{
    /// <summary>What attributes of our own say of the HTTP API.</summary>
    public ProjectExtras Extras { get; init; } = ProjectExtras.None;

    /// <summary>Whether there is such a runtime; without, no handlers are made, as by Amazon's packages.</summary>
    public bool HasRuntime { get; init; } = true;

    /// <summary>Whether the project's version of C# has raw string literals.</summary>
    public bool HasRawStrings { get; init; } = true;
}

/// <summary>The class that registers services.</summary>
/// <param name="Call">The method's owner, as generated code says it: an instance, or the type of a static one.</param>
/// <param name="MakesHost">Whether it makes a host's builder, rather than fill a collection.</param>
internal sealed record StartupModel(string Call, bool MakesHost);

/// <summary>
/// One function and the name that tells it apart from all others: its method's, unless two share that.
/// </summary>
internal sealed record NamedFunction(FunctionModel Function, string Name)
{
    /// <summary>In the order of their classes' names; within a class as written.</summary>
    public static EquatableArray<NamedFunction> NameAll(IEnumerable<FunctionModel> functions)
    {
        var ordered = functions
            .OrderBy(function => function.Namespace, StringComparer.Ordinal)
            .ThenBy(function => function.TypeName, StringComparer.Ordinal)
            .ToArray();

        return new EquatableArray<NamedFunction>(
            [.. ordered.Select(function => new NamedFunction(function, Shortest(function, ordered)))]);
    }

    private static string Shortest(FunctionModel function, FunctionModel[] all)
    {
        string[] names = [function.MethodName, $"{function.TypeName}.{function.MethodName}"];
        return names.FirstOrDefault(name => all.Count(other => IsCalled(other, name)) == 1)
            ?? $"{function.Namespace}.{function.TypeName}.{function.MethodName}";
    }

    private static bool IsCalled(FunctionModel function, string name) =>
        function.MethodName == name || $"{function.TypeName}.{function.MethodName}" == name;
}
