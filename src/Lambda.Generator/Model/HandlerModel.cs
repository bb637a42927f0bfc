namespace Lambda.Generator.Model;

/// <summary>One handler to emit: the function, what makes it, and the file it goes to.</summary>
internal sealed record HandlerModel(string File, FunctionModel Function, StartupModel? Startup)
{
    public static IEnumerable<HandlerModel> Of(ProjectReading reading)
    {
        // Classes of one name in two namespaces: their handlers' files need more than that name.
        var shared = reading.Functions.GroupBy(function => function.HandlerType)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToArray();

        return reading.Functions
            .Where(function => reading.Startup is not null || !function.NeedsServices)
            .Select(function => new HandlerModel(
                shared.Contains(function.HandlerType) ? function.FullHandlerType : function.HandlerType,
                function,
                reading.Startup));
    }
}
