using System.Text;
using NSubstitute;
using Photos.Functions;
using Photos.Library;

namespace Photos.Tests.Functions;

public sealed class UploadFunctionsTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    private readonly IPhotoStore _photos = Substitute.For<IPhotoStore>();
    private readonly IImageStore _images = Substitute.For<IImageStore>();
    private readonly IUsageStore _usage = Substitute.For<IUsageStore>();
    private readonly FixedClock _clock = new(A.Noon);
    private readonly UploadFunctions _functions;

    public UploadFunctionsTests()
    {
        _images.SignUploadAsync(default!, default!, default, default, default)
            .ReturnsForAnyArgs(call => new SignedUpload(
            new Uri($"https://media.example/{call.Arg<ImageKey>()}"),
            new Dictionary<string, string> { ["if-none-match"] = "*" },
            A.Noon.AddMinutes(10)));
        _images.SignDownloadAsync(default!, default!, default!, default, default)
            .ReturnsForAnyArgs(new Uri("https://media.example/read"));
        _photos.AddAsync(default!, default).ReturnsForAnyArgs(true);
        _photos.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(true);
        _usage.FindAsync(default!, default).ReturnsForAnyArgs(LibraryUsage.None);
        var services = new Services(_photos, _images, _usage, _clock);
        _functions = new UploadFunctions(
            services.Uploads,
            services.Renditions,
            new PhotoPresenter(_images, _clock),
            A.Once(_clock));
    }

    private static string Body(string more = "") =>
        $$"""{"name":"IMG_1.jpg","type":"image/jpeg","bytes":20,"sha256":"{{new string('a', 64)}}"{{more}}}""";

    [Fact]
    public async Task Announced_bytes_get_a_link_of_their_own()
    {
        var answer = await CreateUploadAsync(Body());

        var id = answer.Body.GetProperty("id").GetString();
        Assert.Equal(201, answer.Status);
        Assert.StartsWith($"https://media.example/u/{A.Owner}/{id}/", UrlOf(answer), StringComparison.Ordinal);
        var headers = answer.Body.GetProperty("put").GetProperty("headers");
        Assert.Equal("*", headers.GetProperty("if-none-match").GetString());
        Assert.Equal("2026-06-01T12:10:00Z", answer.Body.GetProperty("expiresAt").GetString());
        await _photos.Received().AddAsync(
            Arg.Is<Photo>(photo => photo.State == PhotoState.Pending && photo.File.Bytes == 20),
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_base64_body_is_the_same_body()
    {
        var wrapped = Convert.ToBase64String(Encoding.UTF8.GetBytes(Body()));

        var answer = Answer.Of(await _functions.CreateUpload(Ask.As(A.Owner, wrapped, isBase64: true), Ask.Context));

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    public async Task The_client_may_choose_the_id()
    {
        var answer = await CreateUploadAsync(Body($$""","id":"{{A.Id('7')}}" """));

        Assert.Equal(A.Id('7').ToString(), answer.Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_id_that_is_taken_is_a_conflict()
    {
        _photos.AddAsync(default!, default).ReturnsForAnyArgs(false);
        _photos.FindAsync(A.Owner, A.Id('7'), Arg.Any<CancellationToken>()).Returns(A.Photo(id: A.Id('7')));

        var answer = await CreateUploadAsync(Body($$""","id":"{{A.Id('7')}}" """));

        Assert.Equal((409, "id-taken"), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData(PhotoState.Ready)]
    [InlineData(PhotoState.Trashed)]
    public async Task Bytes_that_are_in_the_library_need_no_second_journey(PhotoState state)
    {
        var photo = A.Photo(state: state);
        _photos.FindAsync(A.Owner, photo.Id, Arg.Any<CancellationToken>()).Returns(photo);
        _photos.FindByContentAsync(default!, default!, default).ReturnsForAnyArgs(photo);

        var answer = await CreateUploadAsync(Body());

        Assert.Equal((200, "ready"), (answer.Status, answer.Body.GetProperty("state").GetString()));
        await _images.DidNotReceiveWithAnyArgs().SignUploadAsync(default!, default!, default, default, default);
        var restored = state == PhotoState.Trashed ? 1 : 0;
        await _photos.Received(restored)
            .ReplaceAsync(photo, photo.Restore(A.Noon), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Bytes_announced_before_keep_their_id_and_get_a_new_place()
    {
        var pending = A.Photo(state: PhotoState.Pending);
        pending = pending with { File = pending.File with { Bytes = 20 } };
        _photos.FindByContentAsync(default!, default!, default).ReturnsForAnyArgs(pending);

        var answer = await CreateUploadAsync(Body());

        Assert.Equal(pending.Id.ToString(), answer.Body.GetProperty("id").GetString());
        Assert.False(UrlOf(answer).EndsWith(pending.Original.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_would_go_beyond_the_quota_are_refused_before_they_travel()
    {
        var full = new StoredAmount(1, UsageLimits.Default.QuotaBytes - 30);
        _usage.FindAsync(default!, default).ReturnsForAnyArgs(new LibraryUsage(full, new StoredAmount(1, 5)));
        Assert.Equal(201, (await CreateUploadAsync(Body())).Status);
        _photos.CountComingAsync(default!, default).ReturnsForAnyArgs(new StoredAmount(1, 6));

        var answer = await CreateUploadAsync(Body());

        Assert.Equal((409, "quota-exceeded"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        await _photos.ReceivedWithAnyArgs(1).AddAsync(default!, default);
    }

    [Fact]
    public async Task Too_many_uploads_at_once_are_refused()
    {
        _photos.CountComingAsync(default!, default)
            .ReturnsForAnyArgs(new StoredAmount(UsageLimits.Default.PendingUploads, 1));

        var answer = await CreateUploadAsync(Body());

        Assert.Equal((409, "too-many-uploads"), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("", 400, "invalid", null)]
    [InlineData("null", 400, "invalid", null)]
    [InlineData("[]", 400, "invalid", null)]
    [InlineData("{", 400, "invalid", null)]
    [InlineData("{} {}", 400, "invalid", null)]
    [InlineData("\uFEFF{}", 400, "invalid", null)]
    [InlineData("""{"name":"\ud800"}""", 400, "invalid", "/name")]
    [InlineData("""{"bytes":1e400}""", 400, "invalid", "/bytes")]
    [InlineData("""{"name":{"name":{"name":1}}}""", 400, "invalid", "/name")]
    [InlineData("""{"name":"a.jpg","owner":"x"}""", 400, "invalid", "/owner")]
    [InlineData("""{"name":"a.jpg","bytes":"12"}""", 400, "invalid", "/bytes")]
    [InlineData("""{"type":"image/jpeg","bytes":1,"sha256":""}""", 400, "invalid", "/name")]
    [InlineData("""{"name":"../a.jpg","type":"image/jpeg","bytes":1}""", 400, "invalid", "/name")]
    [InlineData("""{"name":"a\u202Egpj.exe","type":"image/jpeg","bytes":1}""", 400, "invalid", "/name")]
    [InlineData("""{"name":"a.svg","type":"image/svg+xml","bytes":1}""", 415, "unsupported-type", "/type")]
    [InlineData("""{"name":"a.jpg","type":"image/jpeg","bytes":0}""", 400, "invalid", "/bytes")]
    [InlineData("""{"name":"a.jpg","type":"image/jpeg","bytes":5368709121}""", 413, "too-large", null)]
    [InlineData("""{"name":"a.jpg","type":"image/jpeg","bytes":1,"sha256":"abc"}""", 400, "invalid", "/sha256")]
    [InlineData("""{"id":"x","name":"a.jpg","type":"image/jpeg","bytes":1}""", 400, "invalid", "/id")]
    [InlineData("""{"name":"a.jpg","type":"image/jpeg","bytes":1,"takenAt":"yesterday"}""", 400, "invalid", "/takenAt")]
    [InlineData("""{"name":"a.jpg","type":"image/jpeg","takenAt":"0001-01-01T00:00:00"}""", 400, "invalid", "/takenAt")]
    public async Task What_cannot_be_announced_is_refused_by_name(string body, int status, string code, string? pointer)
    {
        var answer = await CreateUploadAsync(body);

        Assert.Equal((status, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
        Assert.Equal(pointer, PointerOf(answer));
        await _photos.DidNotReceiveWithAnyArgs().AddAsync(default!, default);
    }

    [Fact]
    public async Task A_body_beyond_any_document_of_ours_is_refused_unread()
    {
        var answer = await CreateUploadAsync(new string('[', 300_000));

        Assert.Equal((413, "too-large"), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Verified_bytes_become_a_photo()
    {
        var pending = Uploaded(Jpeg);

        var answer = await CreatePhotoAsync($$"""{"id":"{{pending.Id}}","title":"Harbour"}""");

        Assert.Equal((201, "ready"), (answer.Status, answer.Body.GetProperty("state").GetString()));
        Assert.Equal("Harbour", answer.Body.GetProperty("title").GetString());
        Assert.Equal($"/photos/{pending.Id}", answer.Headers["location"]);
        Assert.StartsWith("\"4.", answer.Headers["etag"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finish_by_name_finds_the_pending_upload()
    {
        var pending = Uploaded(Jpeg);
        _photos.FindAnnouncedAsync(A.Owner, pending.File.Name, Arg.Any<CancellationToken>()).Returns(pending);

        var answer = await CreatePhotoAsync($$"""{"name":"{{pending.File.Name}}"}""");

        Assert.Equal(pending.Id.ToString(), answer.Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_finish_without_a_put_is_a_conflict_and_lists_nothing()
    {
        var pending = Uploaded(Jpeg);
        _images.FindAsync(default!, default).ReturnsForAnyArgs((StoredImage?)null);

        var answer = await CreatePhotoAsync($$"""{"id":"{{pending.Id}}"}""");

        Assert.Equal((409, "not-uploaded"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        await _photos.DidNotReceiveWithAnyArgs().ReplaceAsync(default!, default!, default);
    }

    [Fact]
    public async Task Bytes_of_another_digest_never_become_a_photo()
    {
        var pending = Uploaded(Jpeg);
        var other = new StoredImage(pending.File.Bytes, A.DigestOf("other"u8));
        _images.FindAsync(default!, default).ReturnsForAnyArgs(other);

        var answer = await CreatePhotoAsync($$"""{"id":"{{pending.Id}}"}""");

        Assert.Equal((409, "other-bytes"), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_page_that_calls_itself_a_picture_is_refused()
    {
        var pending = Uploaded("<html><script>alert(1)</script>"u8.ToArray());

        var answer = await CreatePhotoAsync($$"""{"id":"{{pending.Id}}"}""");

        Assert.Equal((415, "type-mismatch"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        await _photos.DidNotReceiveWithAnyArgs().ReplaceAsync(default!, default!, default);
    }

    [Fact]
    public async Task Finishing_a_finished_photo_again_changes_nothing()
    {
        var photo = A.Photo() with { Title = Line.Stored("Harbour") };
        _photos.FindAsync(A.Owner, photo.Id, Arg.Any<CancellationToken>()).Returns(photo);

        var answer = await CreatePhotoAsync($$"""{"id":"{{photo.Id}}","title":"Another title"}""");

        Assert.Equal(200, answer.Status);
        await _photos.DidNotReceiveWithAnyArgs().ReplaceAsync(default!, default!, default);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"id":"nonsense"}""", 404)]
    [InlineData("""{"id":"01J00000000000000000000009"}""", 404)]
    [InlineData("""{"name":"nobody.jpg"}""", 404)]
    [InlineData("""{"name":"a.jpg","title":""}""", 400)]
    [InlineData("""{"name":"a.jpg","state":"ready"}""", 400)]
    public async Task An_upload_that_is_not_there_cannot_be_finished(string body, int status)
    {
        var answer = await CreatePhotoAsync(body);

        Assert.Equal(status, answer.Status);
    }

    private async Task<Answer> CreateUploadAsync(string body) =>
        Answer.Of(await _functions.CreateUpload(Ask.As(A.Owner, body), Ask.Context));

    private async Task<Answer> CreatePhotoAsync(string body) =>
        Answer.Of(await _functions.CreatePhoto(Ask.As(A.Owner, body), Ask.Context));

    private static string UrlOf(Answer answer) => answer.Body.GetProperty("put").GetProperty("url").GetString()!;

    private static string? PointerOf(Answer answer) =>
        answer.Body.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("pointer").GetString() : null;

    private Photo Uploaded(byte[] bytes)
    {
        var pending = A.Photo(state: PhotoState.Pending);
        pending = pending with
        {
            File = pending.File with { Bytes = bytes.Length, Sha256 = A.DigestOf(bytes) },
            OpenUntil = A.Noon.AddDays(1),
        };
        _photos.FindAsync(A.Owner, pending.Id, Arg.Any<CancellationToken>()).Returns(pending);
        _images.FindAsync(pending.Original, Arg.Any<CancellationToken>())
            .Returns(new StoredImage(bytes.Length, pending.File.Sha256));
        _images.KeepAsync(pending.Original, Arg.Any<CancellationToken>()).Returns(true);
        _images.ReadStartAsync(pending.Original, Arg.Any<int>(), Arg.Any<CancellationToken>()).Returns(bytes);
        return pending;
    }
}
