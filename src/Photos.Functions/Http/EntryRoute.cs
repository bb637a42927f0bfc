using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>The <c>{id}</c> of a book's or a to-do's address.</summary>
internal static class EntryRoute
{
    /// <summary>What cannot be an id names nothing, so the answer is that of an unknown one.</summary>
    public static Outcome<EntryId> Id(string text, string what) =>
        EntryId.TryParse(text, out var id) ? id : Problem.Missing(what);
}
