namespace Lambda.Local.SignIn.Pages;

/// <summary>A request that leads nowhere safe: the page says so, and sends nobody anywhere.</summary>
internal sealed record DeadEnd(string Reason) : IPageContent
{
    public string Title => "This link does not work";

    public string Body(string site) => $"""
        <h1>{Title}</h1>
        <p class="error" role="alert">{Html.Text(Reason)}</p>
        <p class="other"><a href="{Html.Text(site)}">Go to {Html.Text(site)}</a></p>
        """;
}
