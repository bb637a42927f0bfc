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
        _functions = new PhotoFunctions(
            new PhotoLibrary(_photos, clock), new PhotoPresenter(Substitute.For<IImageStore>(), clock));
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
        var answer = Answer.Of(await _functions.ListPhotos(AskAs(subject), Ask.Context, null, null));

        Assert.Equal((403, "application/problem+json"), (answer.Status, answer.Headers["content-type"]));
        Assert.Equal("no-account", answer.Body.GetProperty("code").GetString());
        Assert.Empty(_photos.ReceivedCalls());
    }

    [Fact]
    public async Task A_route_that_lost_its_authorizer_serves_nobody() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _functions.ListPhotos(new APIGatewayHttpApiV2ProxyRequest(), Ask.Context, null, null));

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
