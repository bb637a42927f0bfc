using Photos.Functions.Http;
using Photos.Library;
using Photos.Users;

namespace Photos.Functions.Views;

/// <summary>The caller, and how much they keep.</summary>
/// <param name="Id">The subject of their tokens.</param>
/// <param name="Name">What they want to be called, or else the name of their account.</param>
/// <param name="Photos" minimum="0">How many photos are in the library.</param>
/// <param name="Bytes" minimum="0">The length of their originals together.</param>
/// <param name="Trash">What is in the trash.</param>
/// <param name="Quota">What library and trash together may take.</param>
public sealed record UserView(
    string Id, string? Name, long Photos, long Bytes, StoredAmount Trash, QuotaView Quota)
{
    internal static UserView Of(UserProfile profile, string? account, UsageReport usage) => new(
        profile.Owner.Subject,
        profile.Name?.Text ?? account,
        usage.Library.Photos,
        usage.Library.Bytes,
        usage.Trash,
        new QuotaView(usage.QuotaBytes));

    /// <summary>The version of what they say of themselves, and what the library says of them.</summary>
    internal string TagOf(int version)
    {
        var said = $"{Photos} {Bytes} {Trash.Photos} {Trash.Bytes} {Quota.Bytes} {Name}";
        return EntityTag.Of(version, EntityTag.RestOf([said]));
    }
}

/// <summary>How much somebody may keep.</summary>
/// <param name="Bytes" minimum="0">The length of all originals together.</param>
public sealed record QuotaView(long Bytes);
