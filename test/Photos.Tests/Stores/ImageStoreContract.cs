using System.Net;
using System.Text;
using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>What <see cref="IImageStore"/> promises, on every store that speaks S3's protocol.</summary>
public abstract class ImageStoreContract
{
    private static readonly HttpClient Http = new();

    private protected ImageKey Key { get; } = ImageKey.New(A.Owner, A.NewId());

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract IImageStore Store { get; }

    [Fact]
    public async Task Bytes_sent_by_a_signed_link_are_found_with_their_length()
    {
        var file = A.File(content: "harbour");

        using var sent = await PutAsync(await SignAsync(file), "harbour");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(7, (await Store.FindAsync(Key, Ct))?.Bytes);
    }

    [Fact]
    public async Task A_download_link_gives_the_bytes_back()
    {
        var file = A.File(content: "harbour");
        using var sent = await PutAsync(await SignAsync(file), "harbour");

        var link = await Store.SignDownloadAsync(Key, file.Name, file.Type, FiveMinutes, Ct);
        using var read = await Http.GetAsync(link, Ct);

        Assert.Equal("harbour", await read.Content.ReadAsStringAsync(Ct));
        Assert.Equal("image/jpeg", read.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_second_upload_to_the_same_key_is_refused_and_changes_nothing()
    {
        var link = await SignAsync(A.File(content: "harbour"));
        using var first = await PutAsync(link, "harbour");

        using var second = await PutAsync(link, "harbour");

        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal(7, (await Store.FindAsync(Key, Ct))?.Bytes);
    }

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_sent()
    {
        Assert.Null(await Store.FindAsync(Key, Ct));
        Assert.True((await Store.ReadStartAsync(Key, 10, Ct)).IsEmpty);
    }

    [Theory]
    [InlineData(4, "harb")]
    [InlineData(7, "harbour")]
    [InlineData(100, "harbour")]
    public async Task The_start_of_an_image_is_as_much_as_there_is(int count, string expected)
    {
        using var sent = await PutAsync(await SignAsync(A.File(content: "harbour")), "harbour");

        var start = await Store.ReadStartAsync(Key, count, Ct);

        Assert.Equal(expected, Encoding.UTF8.GetString(start.Span));
    }

    [Fact]
    public async Task Removing_forgets_the_bytes_and_is_safe_to_repeat()
    {
        using var sent = await PutAsync(await SignAsync(A.File(content: "harbour")), "harbour");

        await Store.RemoveAsync(Key, Ct);
        await Store.RemoveAsync(Key, Ct);

        Assert.Null(await Store.FindAsync(Key, Ct));
    }

    [Fact]
    public async Task What_is_kept_stays()
    {
        using var sent = await PutAsync(await SignAsync(A.File(content: "harbour")), "harbour");

        Assert.True(await Store.KeepAsync(Key, Ct));
        Assert.True(await Store.KeepAsync(Key, Ct));

        Assert.Equal(7, (await Store.FindAsync(Key, Ct))?.Bytes);
    }

    [Fact]
    public async Task All_bytes_of_a_photo_are_listed_and_no_others()
    {
        using var sent = await PutAsync(await SignAsync(A.File(content: "harbour")), "harbour");

        Assert.True(ImageKey.TryParse(Key.Text, out _, out var photo));
        Assert.Equal([Key], await Store.ListAsync(photo.Owner, photo.Id, Ct));
        Assert.Empty(await Store.ListAsync(photo.Owner, A.NewId(), Ct));
    }

    [Fact]
    public async Task Links_of_one_life_are_one_link()
    {
        var (file, life) = (A.File(), FiveMinutes);

        var first = await Store.SignDownloadAsync(Key, file.Name, file.Type, life, Ct);
        await Task.Delay(TimeSpan.FromSeconds(1.1), Ct);

        Assert.Equal(first, await Store.SignDownloadAsync(Key, file.Name, file.Type, life, Ct));
    }

    private protected static LinkLife FiveMinutes =>
        LinkLife.Around(TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));

    private protected Task<SignedUpload> SignAsync(ImageFile file)
    {
        var content = new ImageContent(file.Type, file.Bytes, file.Sha256);
        var until = TimeProvider.System.GetUtcNow().AddMinutes(5);
        return Store.SignUploadAsync(Key, content, provisional: true, until, Ct);
    }

    private protected static async Task<HttpResponseMessage> PutAsync(
        SignedUpload link, string body, params (string Name, string Value)[] changes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, link.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        var headers = link.Headers.ToDictionary();
        foreach (var (name, value) in changes)
            headers[name] = value;
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, Ct);
    }
}
