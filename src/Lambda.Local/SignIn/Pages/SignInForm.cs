using Lambda.Local.SignIn.Accounts;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn.Pages;

/// <summary>The form for a name and a password; once to sign in, once to create an account.</summary>
/// <param name="Name">What was typed before, so that nobody types it twice.</param>
/// <param name="Query">The client's request, which the form's address carries on.</param>
internal sealed record SignInForm(bool IsCreating, string Name, FormError? Error, IQueryCollection Query) : IPageContent
{
    public string Title => IsCreating ? "Create your account" : "Sign in";

    public string Body(string site)
    {
        var (lead, button, passwordKind) = IsCreating
            ? ("The account lives on this computer, and nowhere else.", "Create account", "new-password")
            : ($"to continue to {Html.Text(site)}", "Sign in", "current-password");
        var (question, other, screen) = IsCreating
            ? ("You have an account already?", "Sign in", "sign-in")
            : ("You have no account yet?", "Create one", "create");

        return $"""
            <h1>{Title}</h1>
            <p class="lead">{lead}</p>
            {ErrorText}
            <form method="post" action="{Html.Text(Address(IsCreating ? "create" : "sign-in"))}">
              <label for="name">Name</label>
              <input id="name" name="name" value="{Html.Text(Name)}" autocomplete="username" autocapitalize="none"
                spellcheck="false" maxlength="{AccountName.MaxLength}" required{State("name", isFirst: true)}>
              <label for="password">Password</label>
              <input id="password" name="password" type="password" autocomplete="{passwordKind}"{Rule}
                maxlength="{Password.MaxLength}" required{State("password", isFirst: false)}>
              {Hint}
              <button>{button}</button>
            </form>
            <p class="other">{question} <a href="{Html.Text(Address(screen))}">{other}</a></p>
            """;
    }

    private string ErrorText => Error is null
        ? ""
        : $"""<p class="error" id="error" role="alert">{Html.Text(Error.Message)}</p>""";

    private string Rule => IsCreating ? $" minlength=\"{Password.MinLength}\"" : "";

    private string Hint => IsCreating
        ? $"""<p class="hint" id="hint">At least {Password.MinLength} characters.</p>"""
        : "";

    private string State(string field, bool isFirst)
    {
        var isWrong = Error?.Field == field;
        var focus = isWrong || (isFirst && Error?.Field is null or "") ? " autofocus" : "";
        var hint = IsCreating && field == "password" ? "hint" : "";
        var describedBy = $"{(isWrong ? "error" : "")} {hint}".Trim();

        return focus
            + (isWrong ? " aria-invalid=\"true\"" : "")
            + (describedBy is "" ? "" : $" aria-describedby=\"{describedBy}\"");
    }

    private string Address(string screen) => QueryString.Create(
        Query.Where(member => member.Key != "screen").Append(new("screen", screen))).ToString();
}

/// <summary>Why a form came back, and the field to look at, if it is one.</summary>
internal sealed record FormError(string Message, string Field)
{
    public static readonly FormError Locked =
        new($"Too many tries for this name. Wait {Attempts.Window.TotalMinutes:0} minutes, then try again.", "");
}
