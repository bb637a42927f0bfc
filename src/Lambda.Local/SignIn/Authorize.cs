using Lambda.Local.SignIn.Accounts;
using Lambda.Local.SignIn.Pages;
using Lambda.Local.SignIn.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lambda.Local.SignIn;

/// <summary>
/// GET and POST /oauth2/authorize: the page where people sign in or create an account, and what it sends.
/// </summary>
internal sealed class Authorize(
    LocalSignInOptions options, AccountBook accounts, Attempts attempts, AuthorizationCodes codes, TimeProvider clock)
{
    private const string WrongPair = "The name or the password is not right.";

    public async Task ShowAsync(HttpContext context)
    {
        if (AuthorizeRequest.Read(context.Request.Query, options, out _) is { } refusal)
            await RefuseAsync(context, refusal);
        else
            await Page.WriteAsync(context, options, StatusCodes.Status200OK, Form(context, "", null));
    }

    public async Task SubmitAsync(HttpContext context)
    {
        if (AuthorizeRequest.Read(context.Request.Query, options, out var asked) is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        // Browsers name the page a form was sent from; a form of any other page is somebody else's idea.
        if (context.Request.Headers.Origin is { Count: > 0 } origin && origin != options.IssuerOrigin)
        {
            await RefuseAsync(context, new(null, null, "invalid_request", "This form was sent from another page."));
            return;
        }

        var form = await FormReader.ReadAsync(context);
        var name = form?["name"].ToString() ?? "";
        var (account, error) = IsCreating(context)
            ? Create(name, form?["password"].ToString() ?? "")
            : Check(name, form?["password"].ToString() ?? "");

        if (account is null)
        {
            var status = error == FormError.Locked
                ? StatusCodes.Status429TooManyRequests
                : StatusCodes.Status400BadRequest;
            await Page.WriteAsync(context, options, status, Form(context, name, error));
            return;
        }

        Grant grant = new(Base64Text.Random(), account.Id, asked!.Scope, clock.GetUtcNow(), asked.Nonce);
        var code = codes.Issue(grant, asked.RedirectUri, asked.Challenge);
        SendBack(context, asked.RedirectUri, asked.State, ("code", code));
    }

    private (Account?, FormError?) Check(string name, string password)
    {
        // A name that cannot exist costs a try and a hash like any other, and shares one counter with its kind.
        if (!AccountName.TryParse(name, out var known))
            known = "";
        if (!attempts.TryBegin(known))
            return (null, FormError.Locked);
        if (password.Length > Password.MaxLength || accounts.Check(known, password) is not { } account)
            return (null, new FormError(WrongPair, "password"));

        attempts.Succeeded(known);
        return (account, null);
    }

    private (Account?, FormError?) Create(string name, string password)
    {
        if (!AccountName.TryParse(name, out var wanted))
            return (null, new FormError($"A name has 1 to {AccountName.MaxLength} visible characters.", "name"));
        if (!Password.IsAcceptable(password))
        {
            return (null, new FormError(
                $"A password has {Password.MinLength} to {Password.MaxLength} characters.", "password"));
        }

        return accounts.Add(wanted, password) is { } account
            ? (account, null)
            : (null, new FormError("This name is taken. Choose another, or sign in.", "name"));
    }

    private SignInForm Form(HttpContext context, string name, FormError? error) =>
        new(IsCreating(context), name, error, context.Request.Query);

    // Whoever comes first has no account to sign in with.
    private bool IsCreating(HttpContext context) => context.Request.Query["screen"].ToString() switch
    {
        "create" => true,
        "sign-in" => false,
        _ => accounts.IsEmpty,
    };

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
        context.Response.Headers.Location = QueryHelpers.AddQueryString(address, query);
    }
}
