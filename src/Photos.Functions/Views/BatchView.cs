using Photos.Functions.Http;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Views;

/// <summary>What became of many photos.</summary>
/// <param name="Items">One for each id, in their order.</param>
public sealed record BatchView(IReadOnlyList<BatchItemView> Items);

/// <summary>What became of one of many photos.</summary>
/// <param name="Id">As it was sent, where it is an id.</param>
/// <param name="Status" minimum="200" maximum="499">What a request for this photo alone would have answered.</param>
/// <param name="Code" example="missing">Why it was refused; left out when it was not.</param>
/// <param name="Detail">The same for a person.</param>
public sealed record BatchItemView(string? Id, int Status, string? Code, string? Detail)
{
    internal static BatchItemView Of(string id, Outcome<Photo> outcome)
    {
        var known = PhotoId.TryParse(id, out var photoId) ? photoId.ToString() : null;
        return outcome.Is(out var photo, out var problem)
            ? new BatchItemView(known, photo.State == PhotoState.Purging ? 204 : 200, null, null)
            : new BatchItemView(known, Respond.StatusOf(problem), problem.Code, problem.Detail);
    }
}
