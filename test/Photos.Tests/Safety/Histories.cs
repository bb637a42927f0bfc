using Photos.Library;

namespace Photos.Tests.Safety;

/// <summary>What can happen to one photo, told as steps; and what others can do in the middle of any of them.</summary>
internal static class Histories
{
    public const string Nobody = "nobody";

    public static Dictionary<string, Func<World, Task>[]> All { get; } = new()
    {
        ["uploaded"] = [Announce, Put, Finish, Finish, Hours(25), Sweep],
        ["noticed twice"] = [Announce, Put, Notice, Notice, Finish, Hours(25), Sweep],
        ["left by its client"] = [Announce, Put, Hours(1), Sweep, Sweep, Hours(25), Sweep],
        ["never sent"] = [Announce, Hours(1), Sweep, Hours(24), Sweep, Hours(30), Sweep, Sweep],
        ["sent at the last moment"] = [Announce, Hours(20), Put, Hours(4), Finish, Notice, Hours(2), Sweep],
        ["sent too late to be finished"] = [Announce, Hours(20), Put, Hours(5), Finish, Hours(25), Sweep, Sweep],
        ["finished when the bucket has chosen it"] =
        [
            Announce, Hours(1), Put, Hours(74), Finish, Hours(1), Sweep, Sweep,
        ],
        ["announced again"] = [Announce, Announce, PutSecond, Put, Notice, Finish, Notice, Hours(25), Sweep],
        ["announced again when its bytes are there"] = [Announce, Put, Announce, Notice, Finish, Hours(25), Sweep],
        ["announced again when its link is old"] =
        [
            Announce, Hours(1), Announce, Put, Announce, PutSecond, Notice, Finish, Notice, Hours(25), Sweep,
        ],
        ["trashed and restored"] = [Announce, Put, Finish, Trash, Restore, Trash, Restore, Sweep],
        ["trashed and forgotten"] = [Announce, Put, Finish, Trash, Hours(24 * 31), Sweep, Sweep],
        ["purged at once"] = [Announce, Put, Finish, Trash, Purge, Put, Notice, Sweep, Hours(25), Sweep],
        ["purged and announced by the same id"] =
        [
            Announce, Put, Finish, Trash, Hours(25), Purge, Announce, PutSecond, Finish, Hours(25), Sweep,
        ],
        ["purged with a copy on its way"] =
        [
            Announce, Put, Finish, Offer, Trash, Purge, PutSecond, Sweep, Hours(25), Sweep,
        ],
        ["copied"] = [Announce, Put, Finish, Offer, PutSecond, Offer, Notice, Hours(25), Sweep, Sweep],
        ["edited"] =
        [
            Announce, Put, Finish, Say("a"), Move, Say("b"), Like, Trash, Restore, Say(), Say("a", "b"), Hours(25),
            Sweep,
        ],
    };

    /// <summary>
    /// What others do in the middle. Whoever is in the middle of a call waits meanwhile, for months if need be; only
    /// after something that may count for him he waits for less than a day, as long as tokens are kept.
    /// </summary>
    public static Dictionary<string, Func<World, Task>[]> Interferences { get; } = new()
    {
        [Nobody] = [],
        ["a sweep"] = [Sweep],
        ["a sweep an hour later"] = [Hours(1), Sweep],
        ["a sweep a day later"] = [Hours(25), Sweep],
        ["a sweep two days later"] = [Hours(50), Sweep],
        ["sweeps four days later"] = [Hours(97), Sweep, Hours(1), Sweep],
        ["sweeps a month later"] = [Hours(24 * 31), Sweep, Sweep],
        ["a finish"] = [Finish],
        ["a notice"] = [Notice],
        ["a link used again, and its notice"] = [Put, Notice],
        ["trash"] = [Trash],
        ["restore"] = [Restore],
        ["trash and restore"] = [Trash, Restore],
        ["purge"] = [Trash, Purge],
        ["purge, and a link used again"] = [Trash, Purge, Put, Hours(12), Sweep],
        ["another tag"] = [Say("a")],
        ["no tag"] = [Say()],
    };

    private static Task Announce(World world) => world.AnnounceAsync();

    private static Task Put(World world) => world.PutAsync();

    private static Task PutSecond(World world) => world.PutAsync(1);

    private static Task Finish(World world) => world.FinishAsync();

    private static Task Notice(World world) => world.NoticeAsync();

    private static Task Offer(World world) => world.OfferCopyAsync();

    private static Task Trash(World world) => world.TrashAsync();

    private static Task Restore(World world) => world.RestoreAsync();

    private static Task Purge(World world) => world.PurgeAsync();

    private static Task Sweep(World world) => world.SweepAsync();

    private static Task Like(World world) => world.EditAsync(new PhotoEdit { Favourite = true });

    private static Task Move(World world) => world.EditAsync(new PhotoEdit { TakenAt = A.Taken(A.Noon.AddYears(-3)) });

    private static Func<World, Task> Hours(int hours) => world => world.WaitAsync(TimeSpan.FromHours(hours));

    private static Func<World, Task> Say(params string[] tags) =>
        world => world.EditAsync(new PhotoEdit { Tags = PhotoTags.Stored(tags) });
}
