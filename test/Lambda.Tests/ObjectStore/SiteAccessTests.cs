using System.Net;

namespace Lambda.Tests.ObjectStore;

public sealed class SiteAccessTests : IAsyncLifetime
{
    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_page_of_the_site_may_put_and_read_the_tag()
    {
        using var preflight = await PreflightAsync(StoreHost.Site, "PUT");
        using var refused = await GetAsync(StoreHost.Site);

        Assert.Equal(HttpStatusCode.OK, preflight.StatusCode);
        Assert.Equal(StoreHost.Site, preflight.Headers.GetValues("access-control-allow-origin").Single());
        Assert.Equal("content-type,if-none-match,x-amz-checksum-sha256",
            preflight.Headers.GetValues("access-control-allow-headers").Single());
        var exposed = refused.Headers.GetValues("access-control-expose-headers").Single();
        Assert.Contains("ETag", exposed, StringComparison.Ordinal);
        Assert.Equal(StoreHost.Site, refused.Headers.GetValues("access-control-allow-origin").Single());
        Assert.Contains("Origin", refused.Headers.Vary);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("http://localhost:5081")]
    [InlineData("https://localhost:5080")]
    [InlineData("http://localhost:5080.example.org")]
    [InlineData("http://LOCALHOST:5080")]
    [InlineData("http://localhost")]
    public async Task Pages_of_any_other_origin_may_not(string origin)
    {
        using var preflight = await PreflightAsync(origin, "PUT");
        using var answer = await GetAsync(origin);

        Assert.Equal(HttpStatusCode.Forbidden, preflight.StatusCode);
        Assert.False(preflight.Headers.Contains("access-control-allow-origin"));
        Assert.False(answer.Headers.Contains("access-control-allow-origin"));
    }

    [Fact]
    public async Task Links_are_for_putting_and_getting_only()
    {
        using var preflight = await PreflightAsync(StoreHost.Site, "DELETE");

        Assert.Equal(new Refusal(403, "AccessForbidden"), await Refusal.OfAsync(preflight));
    }

    private async Task<HttpResponseMessage> PreflightAsync(string origin, string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(_store.Address, "/pictures/k"));
        request.Headers.Add("origin", origin);
        request.Headers.Add("access-control-request-method", method);
        request.Headers.Add("access-control-request-headers", "content-type,if-none-match,x-amz-checksum-sha256");
        return await _store.Http.SendAsync(request, Ct);
    }

    private async Task<HttpResponseMessage> GetAsync(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_store.Address, "/pictures/k"));
        request.Headers.Add("origin", origin);
        return await _store.Http.SendAsync(request, Ct);
    }
}
