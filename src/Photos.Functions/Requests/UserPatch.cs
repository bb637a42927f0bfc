using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;
using Photos.Users;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>PATCH /users/me</c>: what to change of oneself.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class UserPatch : MergePatch
{
    /// <summary>What to be called; null for the name of the account.</summary>
    /// <value minLength="1" maxLength="80"/>
    public string? Name { get; set => field = Sent(value); }

    /// <summary>The profile's new name; the old one where the patch does not speak of it.</summary>
    internal Outcome<(bool IsSent, Line? Name)> Check()
    {
        if (!Has(nameof(Name)) || Name is null)
            return (Has(nameof(Name)), null);

        return Line.From("name", Name, UserProfile.LongestName).Is(out var name, out var problem)
            ? (true, name)
            : problem;
    }
}
