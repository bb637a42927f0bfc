using Photos.Library;
using Photos.Library.Metadata;

namespace Photos.Tests.Library;

public sealed class TakenAtTests
{
    [Theory]
    [InlineData("2015-04-10T20:12:23", "2015-04-10 20:12:23.000", null)]
    [InlineData("2015-04-10T20:12", "2015-04-10 20:12:00.000", null)]
    [InlineData("2015-04-10T20:12:23.4567Z", "2015-04-10 20:12:23.456", "00:00:00")]
    [InlineData("2015-04-10T20:12:23+02:00", "2015-04-10 20:12:23.000", "02:00:00")]
    [InlineData("2015-04-10T20:12:23-05:30", "2015-04-10 20:12:23.000", "-05:30:00")]
    public void A_clients_date_keeps_its_wall_time_and_its_offset(string text, string local, string? offset)
    {
        var taken = TakenAt.Parse(text, TakenAtSource.Client);

        Assert.Equal(local, taken?.Local.ToString("yyyy-MM-dd HH:mm:ss.fff", null));
        Assert.Equal(offset, taken?.Offset?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2015-04-10")]
    [InlineData("2015-13-10T20:12:23")]
    [InlineData("2015-04-10T20:12:23+2")]
    [InlineData("2015-04-10T20:12:23+25:00")]
    [InlineData("2015-04-10T20:12:23+02:00Z")]
    [InlineData("1601-01-01T00:00:00")]
    [InlineData("9999-01-01T00:00:00")]
    public void What_is_no_date_of_a_photo_is_none(string text) =>
        Assert.Null(TakenAt.Parse(text, TakenAtSource.Client));

    [Theory]
    [InlineData("20240102_030405.jpg", "2024-01-02 03:04:05")]
    [InlineData("IMG_20240102_030405.jpg", "2024-01-02 03:04:05")]
    [InlineData("IMG-2024-01-02 03.04.05.jpg", "2024-01-02 03:04:05")]
    [InlineData("Screenshot 2024-01-02T03_04_05.png", "2024-01-02 03:04:05")]
    [InlineData("7 20240102_030405.jpg", "2024-01-02 03:04:05")]
    public void A_files_name_may_tell_when_it_was_taken(string name, string local)
    {
        var taken = NameDate.Read(A.Name(name));

        Assert.Equal(local, taken?.Local.ToString("yyyy-MM-dd HH:mm:ss", null));
        Assert.Equal((TakenAtSource.Name, null), (taken?.Source, taken?.Offset));
    }

    [Theory]
    [InlineData("IMG_1.jpg")]
    [InlineData("20240102.jpg")]
    [InlineData("20241399_030405.jpg")]
    [InlineData("120240102030405.jpg")]
    [InlineData("00000000_000000.jpg")]
    public void A_files_name_may_tell_nothing(string name) => Assert.Null(NameDate.Read(A.Name(name)));
}
