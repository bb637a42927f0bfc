using System.Text.Json.Serialization;
using Photos.Books;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>POST /books</c> and <c>PUT /books/{id}</c>: a whole book.</summary>
/// <param name="Title" required="true" minLength="1" maxLength="120">What to call it.</param>
/// <param name="Cover">Optional: the id of the photo in front, on a page or not.</param>
/// <param name="Pages" maxItems="500">Optional: its pages in their order. A photo may be on several.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewBook(string? Title, string? Cover, IReadOnlyList<NewBookPage?>? Pages)
{
    internal Outcome<BookContent> Check()
    {
        PhotoId? cover = null;
        if (!Line.From("title", Title, BookContent.LongestTitle).Is(out var title, out var problem))
            return problem;
        if (Cover is not null && !PhotoReference.From("cover", Cover).Is(out cover, out problem))
            return problem;

        return CheckPages(Pages).Is(out var pages, out problem) ? BookContent.From(title, cover, pages) : problem;
    }

    internal static Outcome<BookPage[]> CheckPages(IReadOnlyList<NewBookPage?>? sent)
    {
        // Counted before they are read: of too many, the first mistake in one is not the point.
        if (sent?.Count > BookContent.MaxPages)
            return Problem.Invalid("pages", $"A book has at most {BookContent.MaxPages} pages.");

        var pages = new BookPage[sent?.Count ?? 0];
        for (var at = 0; at < pages.Length; at++)
        {
            if (!NewBookPage.Check(sent![at], $"pages/{at}").Is(out var page, out var problem))
                return problem;
            pages[at] = page;
        }

        return pages;
    }
}

/// <summary>One page.</summary>
/// <param name="PhotoId" required="true">The id of the photo on it, one of the caller's.</param>
/// <param name="Caption" maxLength="300">Optional: what stands below.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewBookPage(string? PhotoId, string? Caption)
{
    internal static Outcome<BookPage> Check(NewBookPage? page, string member)
    {
        Line? caption = null;
        if (!PhotoReference.From($"{member}/photoId", page?.PhotoId).Is(out var photo, out var problem))
            return problem;
        if (!string.IsNullOrWhiteSpace(page!.Caption)
            && !Line.From($"{member}/caption", page.Caption, BookPage.LongestCaption).Is(out caption, out problem))
            return problem;

        return new BookPage(photo, caption);
    }
}
