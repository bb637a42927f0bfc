using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using NSubstitute;
using Photos.Functions;
using Photos.Library;

namespace Photos.Tests.Functions;

/// <summary>Whose library it is follows from the token's subject, and only from one that can stand in a key.</summary>
public sealed class CallerTests
{
    private readonly IPhotoStore _photos = Substitute.For<IPhotoStore>();
    private readonly PhotoFunctions _functions;

    public CallerTests()
    {
        var clock = new FixedClock(A.Noon);
        var images = Substitute.For<IImageStore>();
        var services = new Services(_photos, images, Substitute.For<IUsageStore>(), clock);
        _functions = new PhotoFunctions(services.Library, new PhotoPresenter(images, clock), A.Cursors(clock));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("[a b]")]
    [InlineData("ada")]
    [InlineData("0198C0DE-0000-7000-8000-000000000001")]
    [InlineData("0198c0de-0000-7000-8000-00000000000#")]
    [InlineData("0198c0de-0000-7000-8000-0000000000012")]
    public async Task A_subject_that_is_no_account_is_403_and_reaches_no_store(string? subject)
    {
        var answer = Answer.Of(await ListAsync(AskAs(subject)));

        Assert.Equal((403, "application/problem+json"), (answer.Status, answer.Headers["content-type"]));
        Assert.Equal("no-account", answer.Body.GetProperty("code").GetString());
        Assert.Empty(_photos.ReceivedCalls());
    }

    [Fact]
    public async Task A_route_that_lost_its_authorizer_serves_nobody() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ListAsync(new APIGatewayHttpApiV2ProxyRequest()));

    private Task<IHttpResult> ListAsync(APIGatewayHttpApiV2ProxyRequest request) =>
        _functions.ListPhotos(request, Ask.Context, null, null, null, null, null, null, null);

    private static APIGatewayHttpApiV2ProxyRequest AskAs(string? subject)
    {
        var request = Ask.As(A.Owner);
        var claims = request.RequestContext!.Authorizer!.Jwt!.Claims!;
        claims.Remove("sub");
        if (subject is not null)
            claims["sub"] = subject;
        return request;
    }
}
