using Photos.Library;

namespace Photos.Todos;

/// <summary>What an owner wants to do.</summary>
/// <param name="Title">In words.</param>
/// <param name="Due">The last day for it; null for some day.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="Photo">The photo that does it; null for none. One of the same owner.</param>
public sealed record TodoContent(Line Title, DateOnly? Due, bool Done, PhotoId? Photo)
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 200;
}
