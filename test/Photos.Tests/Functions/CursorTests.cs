using System.Buffers.Text;
using Photos.Functions.Http;
using Photos.Outcomes;

namespace Photos.Tests.Functions;

public sealed class CursorTests
{
    private readonly FixedClock _clock = new(A.Noon);
    private readonly Cursors _cursors;

    public CursorTests() => _cursors = A.Cursors(_clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cursor_gives_its_position_back_and_is_short()
    {
        var cursor = await SignAsync();

        Assert.Equal("2026-06-01T12:00:00.000 01J00000000000000000000009", await ReadAsync(cursor));
        Assert.InRange(cursor.Length, 1, 300);
    }

    [Fact]
    public async Task A_cursor_with_any_bit_flipped_is_no_cursor()
    {
        var cursor = await SignAsync();
        var bytes = Base64Url.DecodeFromChars(cursor);

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var altered = (byte[])bytes.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Null(await ReadAsync(Base64Url.EncodeToString(altered)));
        }
    }

    [Fact]
    public async Task A_cursor_with_any_character_changed_added_or_missing_is_no_cursor()
    {
        var cursor = await SignAsync();

        for (var at = 0; at < cursor.Length; at++)
        {
            Assert.Null(await ReadAsync(cursor[..at]));
            for (var bit = 0; bit < 7; bit++)
                Assert.Null(await ReadAsync($"{cursor[..at]}{(char)(cursor[at] ^ (1 << bit))}{cursor[(at + 1)..]}"));
        }

        foreach (var more in new[] { "A", "=", "==", " ", "\n", cursor })
            Assert.Null(await ReadAsync(cursor + more));
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_list_alone()
    {
        var cursor = await SignAsync();

        Assert.Null(await ReadAsync(cursor, list: "other list"));
        Assert.False((await A.Cursors(_clock).ReadAsync("list", cursor, Ct)).Is(out _, out _));
    }

    [Fact]
    public async Task A_cursor_is_good_for_a_day()
    {
        var cursor = await SignAsync();

        _clock.Now = A.Noon.AddHours(24).AddSeconds(-1);
        Assert.NotNull(await ReadAsync(cursor));

        _clock.Now = A.Noon.AddHours(24);
        Assert.Null(await ReadAsync(cursor));
    }

    private Task<string> SignAsync() =>
        _cursors.SignAsync("list", "2026-06-01T12:00:00.000 01J00000000000000000000009", Ct);

    // The position, or null when the answer is the one problem of cursors.
    private async Task<string?> ReadAsync(string cursor, string list = "list")
    {
        if ((await _cursors.ReadAsync(list, cursor, Ct)).Is(out var position, out var problem))
            return position;

        Assert.Equal((ProblemKind.Invalid, "invalid-cursor"), (problem.Kind, problem.Code));
        return null;
    }
}
