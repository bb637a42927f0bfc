using Lambda.Local.Console;
using Lambda.Local.Console.History;
using Lambda.Local.HttpApi;
using Lambda.Local.ObjectStore;
using Lambda.Local.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local;

/// <summary>Sends each request to what answers on the port it came in by.</summary>
internal sealed class Origins(
    SiteFiles site,
    LocalSignIn? signIn,
    ApiDocument? document,
    LocalConsole? console,
    Gateway gateway,
    RunningRequests running,
    LocalObjectStore media,
    Journal? journal)
{
    /// <summary>Site, API, media: in the order of their ports.</summary>
    public const int Count = 3;

    private readonly RequestDelegate _answer = gateway.HandleAsync;
    private readonly RequestDelegate _signIn =
        Recorded(journal, EntryKind.SignIn, context => BrokenRequest.WatchAsync(context, signIn!.HandleAsync(context)));
    private readonly RequestDelegate _media = Recorded(journal, EntryKind.ObjectStore, media.HandleAsync);

    public void Mount(IApplicationBuilder app, int port)
    {
        var pages = app.New();
        site.Mount(pages);
        var answerPage = pages.Build();

        app.Run(context =>
        {
            AskingClient.Watch(context);
            return (context.Connection.LocalPort - port) switch
            {
                _ when Framing.IsAmbiguous(context.Request) => Framing.Refuse(context),
                0 => answerPage(context),
                1 => AnswerApiAsync(context),
                _ => _media(context),
            };
        });
    }

    private Task AnswerApiAsync(HttpContext context)
    {
        if (console is not null &&
            context.Request.Path.StartsWithSegments(LocalConsole.Address, StringComparison.Ordinal, out var shown))
            return BrokenRequest.WatchAsync(context, console.HandleAsync(context, shown));

        if (document is not null && document.Answers(context.Request))
            return document.HandleAsync(context);

        if (signIn is null ||
            !context.Request.Path.StartsWithSegments(LocalAddresses.SignInPath, StringComparison.Ordinal, out var rest))
            return running.RunAsync(context, _answer);

        (context.Request.PathBase, context.Request.Path) = (LocalAddresses.SignInPath, rest);
        return _signIn(context);
    }

    private static RequestDelegate Recorded(Journal? journal, EntryKind kind, RequestDelegate answer) =>
        journal is null ? answer : new RecordedOrigin(journal, kind, answer).RunAsync;
}
