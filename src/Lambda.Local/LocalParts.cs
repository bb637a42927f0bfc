using Lambda.Local.Console.History;
using Lambda.Local.Disk;
using Lambda.Local.EventSources;
using Lambda.Local.EventSources.Description;
using Lambda.Local.HttpApi;
using Lambda.Local.Invoking;
using Lambda.Local.Isolated;
using Lambda.Local.ObjectStore;
using Lambda.Local.SignIn;
using Lambda.Template.Values;
using Microsoft.Extensions.Logging;

namespace Lambda.Local;

/// <summary>Makes the parts of a local cloud from its template and its options.</summary>
internal sealed class LocalParts(LocalTemplate template, LocalCloudOptions options, ILoggerFactory logs)
{
    /// <summary>
    /// Events whose functions are here. The functions of the API must be; of the others, the template may name some
    /// that are elsewhere.
    /// </summary>
    public EventsDescription KnownEvents { get; } = template.Events.Only(new FunctionAssembly(options.Functions).Has);

    public LocalSignIn? SignIn() => template.SignIn is null ? null : new LocalSignIn(template.SignIn, options.Clock);

    public IInvoker Invoker()
    {
        var assembly = new FunctionAssembly(options.Functions);
        FunctionDescription[] functions =
            [.. template.Api.Functions.Concat(KnownEvents.Functions).DistinctBy(function => function.LogicalId)];

        if (!options.LogsEvents)
            functions = [.. functions.Select(LoggedInvoker.Silent)];
        if (options.Isolation is not null)
            return IsolatedInvoker.Of(assembly, options.Isolation, functions, logs, options.Clock);

        var here = new InProcessInvoker(assembly, functions, logs, options.Clock);
        return options.LogsEvents ? new LoggedInvoker(here, functions, logs, options.Clock) : here;
    }

    /// <exception cref="LocalStartException">The template's routes contradict one another.</exception>
    public Gateway Gateway(IInvoker invoker, LocalSignIn? signIn, Journal? journal)
    {
        try
        {
            return new Gateway(
                template.Api,
                invoker,
                kid => signIn?.FindKey(kid),
                logs.CreateLogger("Gateway"),
                options.Clock,
                journal);
        }
        catch (TemplateException cause)
        {
            throw LocalTemplate.Unusable(options, cause);
        }
    }

    public LocalObjectStore ObjectStore(LocalEvents events) => new(
        DataFolder.Objects(options.DataFolder),
        options.Bucket,
        ObjectStoreCredentials.ReadOrMake(options.DataFolder),
        options.Addresses.Site,
        options.Clock,
        newFile: null,
        events.Watch);
}
