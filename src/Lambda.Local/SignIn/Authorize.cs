using System.Globalization;
using Lambda.Local.SignIn.Accounts;
using Lambda.Local.SignIn.Pages;
using Lambda.Local.SignIn.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lambda.Local.SignIn;

/// <summary>
/// GET and POST /oauth2/authorize: the page where people sign in, create an account or change their password, and what
/// it sends.
/// </summary>
internal sealed class Authorize(
    LocalSignInOptions options, Doorkeeper door, AuthorizationCodes codes, TimeProvider clock)
{
    private static readonly AuthorizeRefusal OtherPage =
        AuthorizeRefusal.OnPage("This form was sent from another page.");

    private static readonly AuthorizeRefusal NoSignUp = AuthorizeRefusal.OnPage(
        "Nobody can create an account on this page, because it can be seen from other machines. Whoever runs this "
        + "library makes accounts on the computer that it runs on.");

    public async Task ShowAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var screen = ScreenOf(query);
        if (AuthorizeRequest.Read(query, options, out _) is { } refusal)
            await RefuseAsync(context, refusal);
        else if (screen is Screen.Create && !options.AllowsSignUp)
            await RefuseAsync(context, NoSignUp);
        else
            await WriteAsync(context, new SignInForm(screen, options, query["login_hint"].ToString(), null, query));
    }

    public async Task SubmitAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var screen = ScreenOf(query);
        if (AuthorizeRequest.Read(query, options, out var asked) is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        // Browsers name the page a form was sent from; a form of any other page is somebody else's idea.
        if (context.Request.Headers.Origin is { Count: > 0 } origin && origin != options.IssuerOrigin)
        {
            await RefuseAsync(context, OtherPage);
            return;
        }

        if (screen is Screen.Create && !options.AllowsSignUp)
        {
            await RefuseAsync(context, NoSignUp);
            return;
        }

        var form = await FormReader.ReadAsync(context);
        var name = form?["name"].ToString() ?? "";
        var (account, error) = LetIn(screen, name, form);
        if (account is null)
        {
            await WriteAsync(context, new SignInForm(screen, options, name, error, query));
            return;
        }

        Grant grant = new(Base64Text.Random(), account.Id, asked!.Scope, clock.GetUtcNow(), asked.Nonce);
        var code = codes.Issue(grant, asked.RedirectUri, asked.Challenge);
        SendBack(context, asked.RedirectUri, asked.State, ("code", code));
    }

    private (Account?, FormError?) LetIn(Screen screen, string name, IFormCollection? form)
    {
        var password = form?["password"].ToString() ?? "";
        return screen switch
        {
            Screen.SignIn => door.Check(name, password),
            Screen.Create => door.Create(name, password),
            Screen.ChangePassword => door.ChangePassword(name, password, form?["new-password"].ToString() ?? ""),
        };
    }

    private Screen ScreenOf(IQueryCollection query) => query["screen"].ToString() switch
    {
        Screens.Create => Screen.Create,
        Screens.SignIn => Screen.SignIn,
        Screens.ChangePassword => Screen.ChangePassword,
        _ => door.KnowsNobody && options.AllowsSignUp ? Screen.Create : Screen.SignIn,
    };

    private async Task WriteAsync(HttpContext context, SignInForm form)
    {
        if (form.Error?.Wait is { } wait)
        {
            var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = seconds;
            await Page.WriteAsync(context, options, StatusCodes.Status429TooManyRequests, form);
        }
        else
        {
            var status = form.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            await Page.WriteAsync(context, options, status, form);
        }
    }

    private async Task RefuseAsync(HttpContext context, AuthorizeRefusal refusal)
    {
        if (refusal.RedirectTo is { } address)
        {
            SendBack(
                context, address, refusal.State, ("error", refusal.Error), ("error_description", refusal.Description));
        }
        else
        {
            await Page.WriteAsync(context, options, StatusCodes.Status400BadRequest, new DeadEnd(refusal.Description));
        }
    }

    private static void SendBack(
        HttpContext context, string address, string? state, params (string Name, string Value)[] members)
    {
        var query = members.ToDictionary(member => member.Name, string? (member) => member.Value);
        if (state is not (null or ""))
            query["state"] = state;

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["referrer-policy"] = "same-origin";
        context.Response.Headers.Location = QueryHelpers.AddQueryString(address, query);
    }
}
