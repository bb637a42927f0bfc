using Photos.Library;
using Photos.Outcomes;

namespace Photos.Users;

/// <summary>What people say of themselves.</summary>
/// <param name="users">Where it is remembered.</param>
public sealed class UserProfiles(IUserStore users)
{
    /// <summary>The profile; an empty one of somebody who never said anything.</summary>
    public async Task<UserProfile> FindAsync(OwnerId owner, CancellationToken ct) =>
        await users.FindAsync(owner, ct) ?? new UserProfile(owner, Version: 0, Name: null);

    /// <summary>Changes the name; anew when another change came first and the caller does not mind.</summary>
    /// <param name="owner">Who.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="rename">False leaves the name, and so everything, as it is.</param>
    /// <param name="name">What to call them; null for nothing.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<UserProfile>> ChangeAsync(
        OwnerId owner, ExpectedVersion expected, bool rename, Line? name, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Contention.Attempts; attempt++)
        {
            var profile = await FindAsync(owner, ct);
            if (!expected.Allows(profile.Version))
                return Problem.Changed;

            var renamed = rename ? profile.Rename(name) : profile;
            if (!rename || await users.ReplaceAsync(renamed, ct))
                return renamed;

            await Contention.StepAsideAsync(attempt, ct);
        }

        return Problem.Busy("profile");
    }
}
