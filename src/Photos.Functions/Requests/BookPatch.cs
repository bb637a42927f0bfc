using System.Text.Json.Serialization;
using Photos.Books;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>PATCH /books/{id}</c>: what to change of a book.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BookPatch : MergePatch
{
    /// <summary>What to call it.</summary>
    /// <value minLength="1" maxLength="120"/>
    public string? Title { get; set => field = Sent(value); }

    /// <summary>The id of the photo in front; null for none.</summary>
    public string? Cover { get; set => field = Sent(value); }

    /// <summary>All its pages in their order; null for none.</summary>
    /// <value maxItems="500"/>
    public IReadOnlyList<NewBookPage?>? Pages { get; set => field = Sent(value); }

    internal Outcome<BookContent> Apply(BookContent book)
    {
        var (title, cover, pages) = (book.Title, book.Cover, book.Pages);
        if (Has(nameof(Title)) && !Line.From("title", Title, BookContent.LongestTitle).Is(out title, out var problem))
            return problem;
        if (Has(nameof(Cover)) && Cover is null)
            cover = null;
        else if (Has(nameof(Cover)) && !PhotoReference.From("cover", Cover).Is(out cover, out problem))
            return problem;

        if (Has(nameof(Pages)))
        {
            if (!NewBook.CheckPages(Pages).Is(out var sent, out problem))
                return problem;
            pages = sent;
        }

        return BookContent.From(title, cover, pages);
    }
}
