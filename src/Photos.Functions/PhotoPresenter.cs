using System.Net;
using Amazon.Lambda.Annotations.APIGateway;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;

namespace Photos.Functions;

/// <summary>Shows photos as JSON, with links that live for half an hour or longer and a tag of their age.</summary>
public sealed class PhotoPresenter(IImageStore images, TimeProvider clock)
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(1);

    /// <summary>
    /// Half a link's life: so long a photo has the same links and the same tag, and the links of whoever is told "not
    /// modified" are good for as long again.
    /// </summary>
    private static readonly TimeSpan LinkWindow = LinkLifetime / 2;

    /// <summary>How long an answer with links may be given again: they are good for as long once more.</summary>
    internal static TimeSpan AnswerLifetime => (LinkLifetime - LinkWindow) / 2;

    /// <summary>The photo's tag at this moment: <c>"version.window"</c>.</summary>
    public string TagOf(Photo photo) => EntityTag.Of(photo.Version, Life.From.UtcTicks / LinkWindow.Ticks);

    /// <summary>One photo.</summary>
    public async Task<IHttpResult> ShowAsync(Photo photo, HttpStatusCode status, CancellationToken ct) =>
        Respond.With(status, await ViewAsync(photo, ct)).AddHeader("etag", TagOf(photo));

    /// <summary>Several photos, in their order.</summary>
    public Task<PhotoView[]> ViewAsync(IReadOnlyList<Photo> photos, CancellationToken ct) =>
        Task.WhenAll(photos.Select(photo => ViewAsync(photo, ct)));

    private async Task<PhotoView> ViewAsync(Photo photo, CancellationToken ct)
    {
        var life = Life;
        var links = new LinksView(
            await images.SignDownloadAsync(photo.Original, photo.File.Name, photo.File.Type, life, ct),
            await SignCopyAsync(photo.Preview, photo, life, ct),
            await SignCopyAsync(photo.Thumbnail, photo, life, ct),
            life.Until.UtcDateTime);

        return PhotoView.Of(photo, links);
    }

    private LinkLife Life => LinkLife.Around(clock.GetUtcNow(), LinkWindow, LinkLifetime);

    private async Task<Uri?> SignCopyAsync(ImageKey? key, Photo photo, LinkLife life, CancellationToken ct) =>
        key is null ? null : await images.SignDownloadAsync(key, NameOfCopy(photo), MediaType.Jpeg, life, ct);

    // A copy of IMG_1.heic is no HEIC; where the longer name would be too long, the photo's own must do.
    private static FileName NameOfCopy(Photo photo) =>
        FileName.From(Path.ChangeExtension(photo.File.Name.Text, ".jpg")).Is(out var name, out _)
            ? name
            : photo.File.Name;
}
