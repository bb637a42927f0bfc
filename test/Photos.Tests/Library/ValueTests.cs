using Photos.Library;
using Photos.Outcomes;

namespace Photos.Tests.Library;

/// <summary>The small values that nothing downstream checks again.</summary>
public sealed class ValueTests
{
    [Fact]
    public void Ids_sort_by_the_time_they_were_made()
    {
        var clock = new FixedClock(A.Noon);
        var first = PhotoId.New(clock);
        clock.Now += TimeSpan.FromMilliseconds(1);

        Assert.True(string.CompareOrdinal(first.ToString(), PhotoId.New(clock).ToString()) < 0);
    }

    [Fact]
    public void An_id_comes_back_from_its_text_and_holds_its_time()
    {
        // The first ten digits, in the base 32 of https://github.com/ulid/spec.
        const string digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var id = PhotoId.New(new FixedClock(A.Noon)).ToString();

        Assert.True(PhotoId.TryParse(id, out var parsed));
        Assert.Equal(id, parsed.ToString());
        var time = id[..10].Aggregate(0L, (sum, digit) => (sum * 32) + digits.IndexOf(digit, StringComparison.Ordinal));
        Assert.Equal(A.Noon.ToUnixTimeMilliseconds(), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01J0000000000000000000000")]
    [InlineData("01J000000000000000000000000")]
    [InlineData("01j00000000000000000000009")]
    [InlineData("01J0000000000000000000000U")]
    [InlineData("81J00000000000000000000009")]
    [InlineData("../../../../../etc/passwd0")]
    public void Nothing_but_a_canonical_ULID_is_an_id(string? text) => Assert.False(PhotoId.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("00000000-0000-4000-8000-00000000000G")]
    [InlineData("00000000-0000-4000-8000-00000000000A")]
    [InlineData("00000000-0000-4000-8000-000000000#P1")]
    public void A_subject_that_could_reach_outside_its_partition_is_nobody(string subject) =>
        Assert.False(OwnerId.TryParse(subject, out _));

    [Theory]
    [InlineData("IMG_1.jpg", "IMG_1.jpg")]
    [InlineData("  trip.jpg ", "trip.jpg")]
    [InlineData("Ünïcode ☕.jpg", "Ünïcode ☕.jpg")]
    [InlineData("👩‍🚀.jpg", "👩‍🚀.jpg")]
    public void A_name_is_kept_as_it_was_sent(string text, string expected) =>
        Assert.Equal(expected, A.Name(text).Text);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("a/b.jpg")]
    [InlineData("a\\b.jpg")]
    [InlineData("a\r\nSet-Cookie: x")]
    [InlineData("a\u0000.jpg")]
    [InlineData("a\u202Egpj.exe")]
    [InlineData("a\u2028b.jpg")]
    public void A_name_that_misleads_is_refused(string? text)
    {
        Assert.False(FileName.From(text).Is(out _, out var problem));
        Assert.Equal("/name", problem.Errors[0].Pointer);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.All(
        ["a\uD800.jpg", "\uD800", "a\uDC00\uD800", "\uDC00x"],
        text => Assert.False(FileName.From(text).Is(out _, out _)));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_name_has_as_many_bytes_as_file_systems_allow(int bytes, bool accepted)
    {
        var name = new string('é', 2) + new string('x', bytes - 4);

        Assert.Equal(accepted, FileName.From(name).Is(out _, out _));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    [InlineData(0, false)]
    public void A_line_has_its_bounds_in_characters_of_unicode(int length, bool accepted) => Assert.All(
        ["x", "\U0001F6A2"],
        character => Assert.Equal(
            accepted, Line.From("title", string.Concat(Enumerable.Repeat(character, length)), 120).Is(out _, out _)));

    [Theory]
    [InlineData("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0 }, true)]
    [InlineData("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF }, false)]
    [InlineData("image/png", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0 }, false)]
    [InlineData("image/heic", new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63 }, true)]
    [InlineData("image/avif", new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63 }, false)]
    [InlineData("video/mp4", new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6F, 0x6D }, true)]
    public void The_first_bytes_decide_what_a_file_is(string type, byte[] start, bool matches) =>
        Assert.Equal(matches, A.Type(type).Matches(start));

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/pdf")]
    [InlineData("image/jpeg; charset=utf-8")]
    [InlineData("")]
    public void What_a_browser_could_run_is_not_kept(string type) => Assert.False(MediaType.TryParse(type, out _));

    [Fact]
    public void A_digest_reads_both_spellings()
    {
        var digest = A.DigestOf("harbour"u8);

        Assert.Equal(digest, Sha256.FromBase64(digest.Base64));
        Assert.True(Sha256.TryParse(digest.Hex.ToUpperInvariant(), out var upper));
        Assert.Equal(digest, upper);
        Assert.Null(Sha256.FromBase64("AAAA"));
    }

    [Fact]
    public void A_cursor_comes_back_from_its_text()
    {
        var cursor = PhotoCursor.At(A.FullPhoto());

        Assert.Equal(cursor, PhotoCursor.Parse(cursor.ToString()));
    }

    [Fact]
    public void An_outcome_of_nothing_is_our_mistake() =>
        Assert.Throws<InvalidOperationException>(() => default(Outcome<string>).Is(out _, out _));
}
