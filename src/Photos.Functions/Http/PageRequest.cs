using System.Globalization;
using System.Numerics;
using Amazon.Lambda.APIGatewayEvents;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Which page of which list a caller wants.</summary>
/// <remarks>
/// A list is its owner, its path and every query parameter but the two that choose a page, so that a cursor of one
/// filter is none of another, whatever filters a route learns.
/// </remarks>
internal sealed record PageRequest
{
    private const int DefaultLimit = 50;

    private readonly string _path;
    private readonly string _filter;

    private PageRequest(OwnerId owner, string path, string filter, int limit) =>
        (Owner, _path, _filter, Limit) = (owner, path, filter, limit);

    /// <summary>Whose list.</summary>
    public OwnerId Owner { get; }

    /// <summary>How many things.</summary>
    public int Limit { get; }

    /// <summary>Behind which position, as a store's cursor wrote it; null for the first page.</summary>
    public string? After { get; private init; }

    /// <summary>Reads <c>limit</c> and <c>after</c> of a request to the list at <paramref name="path"/>.</summary>
    public static async Task<Outcome<PageRequest>> ReadAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        string path,
        (string? Limit, string? After) sent,
        Cursors cursors,
        CancellationToken ct)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem))
            return problem;

        BigInteger wished = DefaultLimit;
        if (sent.Limit is not null && !IsNumber(sent.Limit, out wished))
            return Problem.Invalid("limit", $"A limit is a number from 1 to {PhotoLibrary.MaxPageSize}.");

        var limit = (int)BigInteger.Clamp(wished, 1, PhotoLibrary.MaxPageSize);
        var page = new PageRequest(owner, path, FilterOf(request), limit);
        if (string.IsNullOrEmpty(sent.After))
            return page;

        return (await cursors.ReadAsync(page.List, sent.After, ct)).Is(out var position, out problem)
            ? page with { After = position }
            : problem;
    }

    /// <summary>A cursor of this list; null for no position.</summary>
    public async Task<string?> NextAsync(Cursors cursors, object? position, CancellationToken ct) =>
        position?.ToString() is { } text ? await cursors.SignAsync(List, text, ct) : null;

    /// <summary>The address of this list's page behind a cursor; null for no cursor.</summary>
    public string? LinkTo(string? next) => next is null ? null : $"{_path}?{_filter}limit={Limit}&after={next}";

    private string List => $"{Owner}\n{_path}\n{_filter}";

    private static string FilterOf(APIGatewayHttpApiV2ProxyRequest request) => string.Concat(
        (request.QueryStringParameters ?? new Dictionary<string, string>())
            .Where(parameter => parameter.Key is not ("limit" or "after"))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}&"));

    private static bool IsNumber(string text, out BigInteger number) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
