using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Photos.Embedded;
using Photos.Library;

namespace Photos.LibraryBenchmark;

/// <summary>Asks for the same pages in a small and in a large library, turn about, and compares the times.</summary>
internal static class Benchmark
{
    private const int Limit = 50;
    private const int Rounds = 400;
    private const double MostTimes = 1.3;

    /// <returns>The exit code: 0 when every page costs at most 1.3 times as much.</returns>
    public static async Task<int> RunAsync(int small, int large, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("photos-bench-").FullName;
        try
        {
            var one = Sample.Photo();
            var few = new SqlitePhotoStore(await FillAsync(folder, one, small, output));
            var many = new SqlitePhotoStore(await FillAsync(folder, one, large, output));
            await output.WriteLineAsync($"{"page of 50",-34}{small,12:N0}{large,12:N0}   ratio");

            var worst = 0.0;
            foreach (var (name, filter) in Sample.Filters)
            {
                foreach (var isMiddle in new[] { false, true })
                    worst = Math.Max(worst, await CompareAsync(few, many, one.Owner, name, filter, isMiddle, output));
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"worst ratio {worst:0.00}, at most {MostTimes:0.0}: {(worst <= MostTimes ? "met" : "missed")}"));
            return worst <= MostTimes ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Database> FillAsync(string folder, Photo one, int count, TextWriter output)
    {
        var path = Path.Combine(folder, $"{count}.db");
        var watch = Stopwatch.StartNew();
        var database = await Filling.RunAsync(path, one, count);
        var size = new FileInfo(path).Length / 1e6;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} photos made in {watch.Elapsed.TotalSeconds:0.0} s, {size:0.0} MB"));
        return database;
    }

    private static async Task<double> CompareAsync(
        IPhotoStore few,
        IPhotoStore many,
        OwnerId owner,
        string name,
        PhotoFilter filter,
        bool isMiddle,
        TextWriter output)
    {
        var fewAfter = isMiddle ? await MiddleAsync(few, owner, filter) : null;
        var manyAfter = isMiddle ? await MiddleAsync(many, owner, filter) : null;
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());

        // Turn about, so that whatever else the machine does is done to both. What is not warm yet does not count.
        for (var round = -Rounds / 4; round < Rounds; round++)
        {
            var (one, other) = (
                await TimeAsync(few, owner, filter, fewAfter), await TimeAsync(many, owner, filter, manyAfter));
            if (round < 0)
                continue;

            fewTimes.Add(one);
            manyTimes.Add(other);
        }

        var (before, after) = (Undisturbed(fewTimes), Undisturbed(manyTimes));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{name}, {(isMiddle ? "middle" : "first")}",-34}{before,9:0.000} ms{after,9:0.000} ms"
            + $"{after / before,8:0.00}"));
        return after / before;
    }

    private static async Task<double> TimeAsync(
        IPhotoStore store, OwnerId owner, PhotoFilter filter, PhotoCursor? after)
    {
        var start = Stopwatch.GetTimestamp();
        var page = await store.ListAsync(owner, filter, after, Limit, default);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return page.Photos.Count == Limit ? time : throw new InvalidOperationException("The page is not full.");
    }

    // By walking there, as a client does.
    private static async Task<PhotoCursor> MiddleAsync(IPhotoStore store, OwnerId owner, PhotoFilter filter)
    {
        var cursors = new List<PhotoCursor>();
        for (PhotoCursor? next = null;;)
        {
            var page = await store.ListAsync(owner, filter, next, 200, default);
            cursors.Add(PhotoCursor.At(page.Photos[page.Photos.Count / 2]));
            if (page.Next is null)
                return cursors[cursors.Count / 2];

            next = page.Next;
        }
    }

    // Of ten times the best: what else the machine does makes a page slower, and never faster.
    private static double Undisturbed(List<double> times)
    {
        times.Sort();
        return times[times.Count / 10];
    }
}
