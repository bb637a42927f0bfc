using NSubstitute;
using Photos.Functions;
using Photos.Library;

namespace Photos.Tests.Functions;

/// <summary>Filters of <c>GET /photos</c>, as clients write them.</summary>
public sealed class FilterTests
{
    private readonly IPhotoStore _photos = Substitute.For<IPhotoStore>();
    private readonly PhotoFunctions _functions;

    public FilterTests()
    {
        var (images, clock) = (Substitute.For<IImageStore>(), new FixedClock(A.Noon));
        var services = new Services(_photos, images, Substitute.For<IUsageStore>(), clock);
        _functions = new PhotoFunctions(services.Library, new PhotoPresenter(images, clock), A.Cursors(clock));
    }

    [Theory]
    [InlineData("favourite", "yes")]
    [InlineData("tag", "\u202E")]
    [InlineData("from", "2015")]
    [InlineData("to", "2015-13-01")]
    [InlineData("state", "pending")]
    public async Task List_refuses_a_filter_that_is_none(string name, string value)
    {
        var answer = await FilterAsync((name, value));

        Assert.Equal(400, answer.Status);
        Assert.Equal($"/{name}", answer.Body.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("favourite", "true", "tag", "beach")]
    [InlineData("state", "trashed", "favourite", "true")]
    [InlineData("state", "trashed", "tag", "beach")]
    [InlineData("state", "trashed", "from", "2015-04-10")]
    public async Task List_refuses_filters_that_no_single_query_answers(
        string name, string value, string second, string other)
    {
        var answer = await FilterAsync((name, value), (second, other));

        Assert.Equal(400, answer.Status);
        await _photos.DidNotReceiveWithAnyArgs().ListAsync(default!, default!, default, default, default);
    }

    [Fact]
    public async Task A_day_is_meant_whole()
    {
        _photos.ListAsync(default!, default!, default, default, default).ReturnsForAnyArgs(new PhotoPage([], null));

        await FilterAsync(("from", "2015-04-10"), ("to", "2015-04-10"), ("tag", " Cafe\u0301 "));

        var day = new DateTime(2015, 4, 10);
        var filter = A.Filter(PhotoFilter.Of(
            PhotoState.Ready, false, PhotoTag.Stored("Caf\u00e9"), day, day.AddDays(1).AddMilliseconds(-1)));
        await _photos.Received().ListAsync(A.Owner, filter, null, 50, Arg.Any<CancellationToken>());
    }

    private async Task<Answer> FilterAsync(params (string Name, string Value)[] query)
    {
        var sent = query.ToDictionary(each => each.Name, each => each.Value);
        return Answer.Of(await _functions.ListPhotos(
            Ask.As(A.Owner).With(query),
            Ask.Context,
            limit: null,
            after: null,
            sent.GetValueOrDefault("favourite"),
            sent.GetValueOrDefault("tag"),
            sent.GetValueOrDefault("from"),
            sent.GetValueOrDefault("to"),
            sent.GetValueOrDefault("state")));
    }
}
