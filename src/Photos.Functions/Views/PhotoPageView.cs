using System.Text.Json.Serialization;

namespace Photos.Functions.Views;

/// <summary>A stretch of the library.</summary>
/// <param name="Items">Newest taken first.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last.</param>
public sealed record PhotoPageView(
    IReadOnlyList<PhotoView> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
