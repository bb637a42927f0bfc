using System.Globalization;
using Amazon.Lambda.Annotations.Binding;

namespace Lambda.Tests.Core;

/// <summary>
/// How text becomes a value. For the types that <see cref="Convert"/> knows, it is the judge: functions written for
/// Amazon's packages were bound by it.
/// </summary>
public sealed class TextParserTests
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "1", "-1", "+1", " 1 ", "\t7\n", "1,000", "1 000", "1.5", ".5", "5.", "1e3", "1E-2", "(1)", "-", "1-",
        "0x10", "$1", "1%", "255", "256", "-128", "65536", "2147483647", "2147483648", "18446744073709551615",
        "79228162514264337593543950335", "1e400", "NaN", "Infinity", "-Infinity", "∞", "true", "TRUE", " False ", "yes",
        "x", "xy", " x", "٣", "2026-11-21", "2026-11-21T10:00:00", "2026-11-21T10:00:00Z", "2026-11-21T10:00:00+02:00",
        "11/21/2026", "21/11/2026", "Sat, 21 Nov 2026 10:00:00 GMT", "10:30", "2026-13-01", "\0true\0",
    ];

    [Fact]
    public void Numbers_truth_values_characters_and_dates_are_read_as_conversion_reads_them()
    {
        Agree<bool>();
        Agree<char>();
        Agree<byte>();
        Agree<sbyte>();
        Agree<short>();
        Agree<ushort>();
        Agree<int>();
        Agree<uint>();
        Agree<long>();
        Agree<ulong>();
        Agree<float>();
        Agree<double>();
        Agree<decimal>();
        Agree<DateTime>();
    }

    [Fact]
    public void The_culture_of_the_machine_has_no_say()
    {
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.True(TextParsers.Value<double>("1.5", out var value));
            Assert.Equal(1.5, value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_type_beyond_conversion_says_itself_how_it_is_read()
    {
        Assert.True(TextParsers.Value<DateTimeOffset>("2026-11-21T10:00:00+02:00", out var moment));
        Assert.Equal(TimeSpan.FromHours(2), moment.Offset);
        Assert.True(TextParsers.Optional<TimeSpan>("1.02:03:04", out var span));
        Assert.Equal(new TimeSpan(1, 2, 3, 4), span);
        Assert.True(TextParsers.Member<DayOfWeek>("FRIDAY", out var day));
        Assert.Equal(DayOfWeek.Friday, day);
        Assert.False(TextParsers.OptionalMember<DayOfWeek>("9", out _));
        Assert.True(TextParsers.Member<FileAccess>("Read, Write", out var access));
        Assert.Equal(FileAccess.ReadWrite, access);
    }

    private static void Agree<T>()
        where T : IParsable<T>
    {
        foreach (var text in Texts)
        {
            object? expected;
            try
            {
                expected = Convert.ChangeType(text, typeof(T), CultureInfo.InvariantCulture);
            }
            catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException)
            {
                expected = null;
            }

            object? found = TextParsers.Value<T>(text, out var value) ? value : null;
            Assert.True(Equals(expected, found), $"'{text}' as {typeof(T).Name}: {found}, and not {expected}");
        }
    }
}
