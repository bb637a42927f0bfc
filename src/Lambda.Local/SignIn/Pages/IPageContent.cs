namespace Lambda.Local.SignIn.Pages;

/// <summary>What differs between the pages: a title and the main part.</summary>
internal interface IPageContent
{
    string Title { get; }

    /// <param name="site">The client's address, for a way back.</param>
    string Body(string site);
}
