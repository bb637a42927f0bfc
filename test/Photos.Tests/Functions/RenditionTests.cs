using NSubstitute;
using Photos.Functions;
using Photos.Library;

namespace Photos.Tests.Functions;

/// <summary>Copies that clients make of a photo, and where they may send them.</summary>
public sealed class RenditionTests
{
    private readonly IPhotoStore _photos = Substitute.For<IPhotoStore>();
    private readonly IImageStore _images = Substitute.For<IImageStore>();
    private readonly IUsageStore _usage = Substitute.For<IUsageStore>();
    private readonly FixedClock _clock = new(A.Noon);
    private readonly UploadFunctions _functions;

    public RenditionTests()
    {
        _images.SignUploadAsync(default!, default!, default, default, default)
            .ReturnsForAnyArgs(call => new SignedUpload(
            new Uri($"https://media.example/{call.Arg<ImageKey>()}"),
            new Dictionary<string, string>(),
            A.Noon.AddMinutes(10)));
        _photos.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(true);
        _usage.FindAsync(default!, default).ReturnsForAnyArgs(LibraryUsage.None);
        var services = new Services(_photos, _images, _usage, _clock);
        _functions = new UploadFunctions(
            services.Uploads,
            services.Renditions,
            new PhotoPresenter(_images, _clock),
            A.Once(_clock));
    }

    [Fact]
    public async Task Copies_get_links_and_the_photo_remembers_them()
    {
        var photo = A.Photo();
        _photos.FindAsync(A.Owner, photo.Id, Arg.Any<CancellationToken>()).Returns(photo);
        var copy = $$"""{"type":"image/jpeg","bytes":9,"sha256":"{{new string('b', 64)}}"}""";

        var answer = Answer.Of(await _functions.CreateRenditions(
            Ask.As(A.Owner, $$"""{"thumbnail":{{copy}}}"""), Ask.Context, photo.Id.ToString()));

        var url = answer.Body.GetProperty("thumbnail").GetProperty("put").GetProperty("url").GetString()!;
        Assert.Equal(200, answer.Status);
        Assert.False(answer.Body.TryGetProperty("preview", out _));
        await _photos.Received().ReplaceAsync(
            photo,
            Arg.Is<Photo>(changed =>
                url.EndsWith(changed.Thumbnail!.Text, StringComparison.Ordinal) && changed.Preview == null),
            Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"thumbnail":{"type":"image/jpeg","bytes":0}}""", 400)]
    [InlineData("""{"thumbnail":{"type":"text/html","bytes":1,"sha256":"HASH"}}""", 400)]
    [InlineData("""{"thumbnail":{"type":"image/png","bytes":1,"sha256":"HASH"}}""", 415)]
    [InlineData("""{"preview":{"type":"image/jpeg","bytes":9000000,"sha256":"HASH"}}""", 413)]
    public async Task Copies_that_are_none_are_refused(string body, int status)
    {
        var photo = A.Photo();
        _photos.FindAsync(A.Owner, photo.Id, Arg.Any<CancellationToken>()).Returns(photo);

        var request = Ask.As(A.Owner, body.Replace("HASH", new string('b', 64), StringComparison.Ordinal));
        var answer = Answer.Of(await _functions.CreateRenditions(request, Ask.Context, photo.Id.ToString()));

        Assert.Equal(status, answer.Status);
    }
}
