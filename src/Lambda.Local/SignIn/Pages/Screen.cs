namespace Lambda.Local.SignIn.Pages;

/// <summary>What the page of the authorize endpoint is for.</summary>
internal enum Screen
{
    SignIn,
    Create,
    ChangePassword,
}

/// <summary>The words for them in the address: <c>screen=create</c>.</summary>
internal static class Screens
{
    public const string SignIn = "sign-in";
    public const string Create = "create";
    public const string ChangePassword = "password";
}
