using Lambda.Local.SignIn.Accounts;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn.Pages;

/// <summary>The form for a name and a password: to sign in, to create an account, to change the password.</summary>
/// <param name="Name">What was typed before, so that nobody types it twice.</param>
/// <param name="Query">The client's request, which the form's address carries on.</param>
internal sealed record SignInForm(
    Screen Screen, LocalSignInOptions Options, string Name, FormError? Error, IQueryCollection Query) : IPageContent
{
    public string Title => Screen switch
    {
        Screen.SignIn => "Sign in",
        Screen.Create => "Create your account",
        Screen.ChangePassword => "Change your password",
    };

    public string Body(string site) => $"""
        <h1>{Title}</h1>
        <p class="lead">{Lead(site)}</p>
        {ErrorText}
        <form method="post" action="{Address(Word)}">
          <label for="name">Name</label>
          <input id="name" name="name" value="{Html.Text(Name)}" autocomplete="username" autocapitalize="none"
            spellcheck="false" maxlength="{AccountName.MaxLength}" required{State("name")}>
          {PasswordFields}
          <button>{Button}</button>
        </form>
        {Others(site)}
        """;

    private string Word => Screen switch
    {
        Screen.SignIn => Screens.SignIn,
        Screen.Create => Screens.Create,
        Screen.ChangePassword => Screens.ChangePassword,
    };

    private string Button => Screen switch
    {
        Screen.SignIn => "Sign in",
        Screen.Create => "Create account",
        Screen.ChangePassword => "Change password",
    };

    private string PasswordFields => Screen switch
    {
        Screen.SignIn => Field("password", "Password", isNew: false),
        Screen.Create => Field("password", "Password", isNew: true),
        Screen.ChangePassword =>
            Field("password", "Current password", isNew: false) + Field("new-password", "New password", isNew: true),
    };

    private string ErrorText => Error is null
        ? ""
        : $"""<p class="error" id="error" role="alert">{Html.Text(Error.Message)}</p>""";

    private string Lead(string site) => Screen switch
    {
        Screen.SignIn => $"to continue to {Html.Text(site)}",
        Screen.Create => "The account lives on this computer, and nowhere else.",
        Screen.ChangePassword => "You stay signed in here. Everywhere else you sign in again.",
    };

    private string Others(string site)
    {
        var create = Options.AllowsSignUp
            ? $"""<p class="other">You have no account yet? <a href="{Address(Screens.Create)}">Create one</a></p>"""
            : "";
        return Screen switch
        {
            Screen.SignIn => $"""
                {create}
                <p class="other"><a href="{Address(Screens.ChangePassword)}">Change your password</a></p>
                """,
            Screen.Create => $"""
                <p class="other">You have an account already? <a href="{Address(Screens.SignIn)}">Sign in</a></p>
                """,
            Screen.ChangePassword => $"""
                <p class="other"><a href="{Html.Text(site)}">Keep the old one and go back</a></p>
                """,
        };
    }

    private string Field(string id, string label, bool isNew)
    {
        var (kind, rule, hint) = isNew
            ? ("new-password", $" minlength=\"{Password.MinLength}\"",
                $"""<p class="hint" id="hint">At least {Password.MinLength} characters.</p>""")
            : ("current-password", "", "");
        return $"""
            <label for="{id}">{label}</label>
              <input id="{id}" name="{id}" type="password" autocomplete="{kind}"{rule}
                maxlength="{Password.MaxLength}" required{State(id, isNew ? "hint" : "")}>
              {hint}
            """;
    }

    private string State(string field, string hint = "")
    {
        var isWrong = Error?.Field == field;
        var describedBy = $"{(isWrong ? "error" : "")} {hint}".Trim();

        return (field == FirstToFill ? " autofocus" : "")
            + (isWrong ? " aria-invalid=\"true\"" : "")
            + (describedBy is "" ? "" : $" aria-describedby=\"{describedBy}\"");
    }

    // Where the mistake was; else the first field that is still empty.
    private string FirstToFill => Error?.Field is { Length: > 0 } wrong ? wrong : Name is "" ? "name" : "password";

    private string Address(string screen) => Html.Text(QueryString.Create(
        Query.Where(member => member.Key != "screen").Append(new("screen", screen))).ToString());
}
