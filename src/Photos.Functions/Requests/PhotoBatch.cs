using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>POST /photos/batch</c>.</summary>
/// <param name="Ids" required="true">Which photos: 1 to 100 ids.</param>
/// <param name="Action" required="true" enum="delete restore purge tag untag favourite unfavourite">
/// What to do with each: to the trash and back, out of the trash for good, tags on and off, favourite or not.
/// </param>
/// <param name="Tags">Which tags, where the action is about tags.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PhotoBatch(IReadOnlyList<string?>? Ids, string? Action, IReadOnlyList<string?>? Tags)
{
    private const int MaxCount = 100;

    internal Outcome<(IReadOnlyList<string> Ids, BatchChange Change)> Check()
    {
        if (Ids is null or { Count: 0 or > MaxCount } || Ids.Contains(null))
            return Problem.Invalid("ids", $"Name 1 to {MaxCount} photos by their ids.");

        var isAboutTags = Action is "tag" or "untag";
        if (isAboutTags != (Tags is { Count: > 0 }))
            return Problem.Invalid("tags", "Send tags with the actions tag and untag, and with no other.");
        if (!PhotoTags.From(Tags ?? []).Is(out var tags, out var problem))
            return problem;

        BatchChange? change = Action switch
        {
            "delete" => new BatchChange.Delete(),
            "restore" => new BatchChange.Restore(),
            "purge" => new BatchChange.Purge(),
            "tag" => new BatchChange.Edit(new PhotoEdit { MoreTags = tags }),
            "untag" => new BatchChange.Edit(new PhotoEdit { FewerTags = tags }),
            "favourite" => new BatchChange.Edit(new PhotoEdit { Favourite = true }),
            "unfavourite" => new BatchChange.Edit(new PhotoEdit { Favourite = false }),
            _ => null,
        };
        return change is null
            ? Problem.Invalid("action", "Say delete, restore, purge, tag, untag, favourite or unfavourite.")
            : ([.. Ids.OfType<string>()], change);
    }
}
