using Lambda.Local.Console.Api;
using Lambda.Local.Console.Faults;
using Lambda.Local.Console.History;
using Lambda.Local.EventSources;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.Invoking;
using Lambda.Local.ObjectStore;
using Lambda.Local.SignIn;

namespace Lambda.Local.Console;

/// <summary>What the console has in every call: a journal beside it, and faults in front of it.</summary>
internal sealed class ConsoleParts
{
    private readonly HttpApiDescription _api;
    private readonly FunctionList _functions;
    private readonly FaultBoard _faults = new();

    /// <param name="others">Functions that no route leads to; some of the others may be among them.</param>
    /// <param name="invoker">Calls the functions as they are.</param>
    public ConsoleParts(
        HttpApiDescription api, IEnumerable<FunctionDescription> others, IInvoker invoker, TimeProvider clock)
    {
        _api = api;
        _functions = new FunctionList([.. api.Functions.Concat(others).DistinctBy(function => function.LogicalId)]);
        Journal = new Journal(_functions.All, clock);
        Invoker = new FaultyInvoker(invoker, _faults, clock);
    }

    public Journal Journal { get; }

    /// <summary>Calls the functions, misbehaving where that is asked for.</summary>
    public IInvoker Invoker { get; }

    /// <summary>The same for what is no request, and would be in no journal otherwise.</summary>
    public IInvoker EventInvoker => new RecordedInvoker(Invoker, Journal, EntryKind.Event);

    /// <param name="stopping">Ends what would wait for ever.</param>
    public LocalConsole Open(
        LocalSignIn? signIn,
        IAccountRecords? records,
        LocalObjectStore objects,
        LocalEvents events,
        CancellationToken stopping)
    {
        var sender = new Sender(_functions, new RecordedInvoker(Invoker, Journal, EntryKind.Sent));
        return new LocalConsole(new ConsoleApi(
            new RequestsApi(Journal, sender),
            new FunctionsApi(_functions, Journal, _faults, sender),
            new RoutesApi(_api),
            new SchedulesApi(events),
            new AccountsApi(signIn, records, objects),
            new ChangeStream(Journal, _functions, _faults, stopping)));
    }
}
