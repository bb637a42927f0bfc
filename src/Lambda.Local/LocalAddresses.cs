namespace Lambda.Local;

/// <summary>The three origins of a local cloud, each on a port of its own, and the issuer of its tokens.</summary>
/// <param name="Site">Where the pages are.</param>
/// <param name="Api">Where the functions answer.</param>
/// <param name="Media">Where the object store answers.</param>
public sealed record LocalAddresses(Uri Site, Uri Api, Uri Media)
{
    /// <summary>Where sign-in is mounted on the API's origin.</summary>
    public const string SignInPath = "/_signin";

    /// <summary>Where the console is mounted on the API's origin.</summary>
    public const string ConsolePath = "/_local";

    /// <summary>The issuer, which is also the address that the sign-in endpoints begin with.</summary>
    public Uri Issuer => new(Api, SignInPath);

    /// <summary>Where the console is, on the API's origin.</summary>
    public Uri Console => new(Api, ConsolePath);

    /// <summary>The site on this port, the API and the media on the next two.</summary>
    public static LocalAddresses At(int port) => new(Localhost(port), Localhost(port + 1), Localhost(port + 2));

    private static Uri Localhost(int port) => new($"http://localhost:{port}");
}
