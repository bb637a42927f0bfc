using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.Isolated;

/// <summary>The calls of the Runtime API, on the features of Kestrel alone: every event passes here twice.</summary>
internal sealed class RuntimeApiCalls(ConcurrentDictionary<string, Sandbox> sandboxes)
    : IHttpApplication<IFeatureCollection>
{
    private const string Root = "/2018-06-01/runtime/";
    private const string Next = "invocation/next";
    private const string InitError = "init/error";
    private const string Invocation = "invocation/";
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";

    private readonly ConcurrentDictionary<string, Sandbox>.AlternateLookup<ReadOnlySpan<char>> _sandboxes =
        sandboxes.GetAlternateLookup<ReadOnlySpan<char>>();

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        if (!TryFind(request.RawTarget, out var sandbox, out var call))
            return RuntimeApiAnswer.NotFound.WriteAsync(context);

        if (request.Method == HttpMethods.Get && call is Next)
            return NextAsync(context, sandbox);
        if (request.Method == HttpMethods.Post && call is InitError)
            return ReportAsync(context, sandbox, null, isError: true);
        if (request.Method == HttpMethods.Post && TryReadReport(call, out var id, out var isError))
            return ReportAsync(context, sandbox, id, isError);

        return RuntimeApiAnswer.NotFound.WriteAsync(context);
    }

    private static bool TryReadReport(ReadOnlySpan<char> call, out string id, out bool isError)
    {
        (id, isError) = ("", false);
        if (!call.StartsWith(Invocation, StringComparison.Ordinal))
            return false;

        call = call[Invocation.Length..];
        var end = call.IndexOf('/');
        if (end < 0 || call[end..] is not ("/response" or "/error"))
            return false;

        (id, isError) = (call[..end].ToString(), call[end..] is "/error");
        return true;
    }

    private static async Task NextAsync(IFeatureCollection context, Sandbox sandbox)
    {
        var closed = context.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed;
        var next = await sandbox.Pool.NextAsync(sandbox, closed);
        await (next is null
            ? RuntimeApiAnswer.Of(Verdict.OutOfTurn).WriteAsync(context)
            : RuntimeApiAnswer.WriteAsync(context, next, sandbox.Pool.Function));
    }

    /// <param name="id">Null for a start that failed.</param>
    private static async Task ReportAsync(IFeatureCollection context, Sandbox sandbox, string? id, bool isError)
    {
        var body = await ReportBody.ReadAsync(context);
        var type = context.GetRequiredFeature<IHttpRequestFeature>().Headers[ErrorType].ToString();
        var verdict = (body, isError, id) switch
        {
            (null, _, null) => Verdict.TooLarge,
            (null, _, _) => sandbox.Pool.Refuse(sandbox, id),
            (_, true, null) => sandbox.Pool.FailInit(sandbox, ErrorText.Of(body, type)),
            (_, true, _) => sandbox.Pool.Fail(sandbox, id, ErrorText.Of(body, type)),
            _ => sandbox.Pool.Succeed(sandbox, id, body),
        };
        await RuntimeApiAnswer.Of(verdict).WriteAsync(context);
    }

    private bool TryFind(ReadOnlySpan<char> target, out Sandbox sandbox, out ReadOnlySpan<char> call)
    {
        call = default;
        sandbox = null!;
        var end = target.Length > 1 ? target[1..].IndexOf('/') + 1 : 0;
        if (end <= 1 || !target[end..].StartsWith(Root, StringComparison.Ordinal))
            return false;

        call = target[(end + Root.Length)..];
        return _sandboxes.TryGetValue(target[1..end], out sandbox!);
    }
}
