using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lambda.Local.SignIn;
using Lambda.Tests.ObjectStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Lambda.Tests.SignIn;

/// <summary>A sign-in on a free loopback port, a clock to move, and a client that does what the site does.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    public const string Issuer = "http://localhost:5081/_signin";
    public const string IssuerOrigin = "http://localhost:5081";
    public const string Site = "http://localhost:5080/";
    public const string SiteOrigin = "http://localhost:5080";
    public const string Client = "the-site";
    public const string Password = "correct horse";

    /// <summary>A try that costs no hash.</summary>
    public static readonly string TooLong = new('a', 257);

    private readonly WebApplication _app;

    private SignInHost(WebApplication app, string folder, HandClock clock, LocalSignIn signIn, bool cookies)
    {
        (_app, Folder, Clock, SignIn) = (app, folder, clock, signIn);
        Http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = cookies,
        });
    }

    public string Folder { get; }

    public HandClock Clock { get; }

    public LocalSignIn SignIn { get; }

    public HttpClient Http { get; }

    /// <summary>What the sign-in failed with; a request that breaks off half-way is not its fault.</summary>
    public ConcurrentQueue<Exception> Mistakes { get; } = new();

    /// <summary>What only the client knows until it exchanges the code.</summary>
    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static LocalSignInOptions Options(string folder) =>
        new(folder, new Uri(Issuer), Client, "photos/use", new Uri("http://localhost:5080"));

    public static Task<SignInHost> StartAsync(bool cookies = false, bool allowsSignUp = true)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"sign-in-{Guid.CreateVersion7():N}");
        var clock = HandClock.StoppedAt(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        return StartAsync(Options(folder) with { AllowsSignUp = allowsSignUp }, clock, cookies);
    }

    /// <summary>Another one on the same folder, as after a restart.</summary>
    public Task<SignInHost> RestartAsync() => StartAsync(Options(Folder), Clock, cookies: false);

    private static async Task<SignInHost> StartAsync(LocalSignInOptions options, HandClock clock, bool cookies)
    {
        var signIn = new LocalSignIn(options, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var host = new SignInHost(app, options.DataFolder, clock, signIn, cookies);
        app.Use(host.WatchAsync);
        app.Map("/_signin", branch => branch.Run(signIn.HandleAsync));
        await app.StartAsync(Ct);
        return host;
    }

    public Uri At(string path) => new($"{_app.Urls.Single()}/_signin{path}");

    /// <summary>The address the site sends people to, with members changed, added or (by null) left out.</summary>
    public Uri AuthorizeAt(params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = Client,
            ["redirect_uri"] = Site,
            ["scope"] = "openid photos/use",
            ["state"] = "a state & more",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            query[name] = value;
        return new Uri(QueryHelpers.AddQueryString(At("/oauth2/authorize").ToString(), query));
    }

    public async Task<HttpResponseMessage> SubmitAsync(
        string screen, string name, string password, string? origin = IssuerOrigin, string? newPassword = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AuthorizeAt(("screen", screen), ("nonce", "n-1")))
        {
            Content = new FormUrlEncodedContent(
                [new("name", name), new("password", password), new("new-password", newPassword)]),
        };
        if (origin is not null)
            request.Headers.Add("origin", origin);
        return await Http.SendAsync(request, Ct);
    }

    /// <summary>Signs in, creating the account the first time, and comes back with the code.</summary>
    public async Task<string> CodeAsync(string screen = "create", string name = "Ada", string password = Password)
    {
        using var answer = await SubmitAsync(screen, name, password);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return CodeIn(answer);
    }

    /// <summary>What the page sends the browser back with.</summary>
    public static string CodeIn(HttpResponseMessage answer) =>
        QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();

    public Task<Tokens> RedeemAsync(string code, string? verifier = null, string redirectUri = Site) => TokenAsync(
        ("grant_type", "authorization_code"), ("client_id", Client), ("code", code), ("redirect_uri", redirectUri),
        ("code_verifier", verifier ?? Verifier));

    public Task<Tokens> RefreshAsync(string refreshToken) =>
        TokenAsync(("grant_type", "refresh_token"), ("client_id", Client), ("refresh_token", refreshToken));

    public async Task<Tokens> TokenAsync(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(
            form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Http.PostAsync(At("/oauth2/token"), content, Ct);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return new Tokens(answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Ct)));
    }

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception mistake) when (mistake is not (BadHttpRequestException or ConnectionResetException
            or OperationCanceledException))
        {
            Mistakes.Enqueue(mistake);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
