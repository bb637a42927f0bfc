using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>The <c>{id}</c> of <c>/photos/{id}</c>.</summary>
internal static class PhotoRoute
{
    /// <summary>What cannot be an id names nothing, so the answer is that of an unknown one.</summary>
    public static Outcome<PhotoId> Id(string text) =>
        PhotoId.TryParse(text, out var id) ? id : Problem.Missing("photo");
}
