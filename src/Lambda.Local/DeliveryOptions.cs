using System.Globalization;

namespace Lambda.Local;

/// <summary>
/// How events reach functions. In the cloud any event may come twice, and late: a function can be tried with that here.
/// </summary>
public sealed record DeliveryOptions
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
    ];

    /// <summary>Each event once, as soon as possible.</summary>
    public static DeliveryOptions Plain { get; } = new();

    /// <summary>Delivers every event again when its function has dealt with it.</summary>
    public bool Twice { get; init; }

    /// <summary>How long every event is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Reads <c>duplicate</c>, <c>delay=5s</c>, or both with a comma between.</summary>
    /// <exception cref="ArgumentException">The message says which word makes no sense, and what would.</exception>
    public static DeliveryOptions From(string text)
    {
        var options = Plain;
        foreach (var word in text.Split(','))
        {
            options = word.Split('=') switch
            {
                ["duplicate"] => options with { Twice = true },
                ["delay", var length] when TryLength(length) is { } delay => options with { Delay = delay },
                _ => throw new ArgumentException(
                    $"'{word}' says nothing about events; write duplicate, delay=5s, or duplicate,delay=5s "
                    + "(ms, s or m, at most 60m)."),
            };
        }

        return options;
    }

    private static TimeSpan? TryLength(string text)
    {
        var (unit, length) = Units.FirstOrDefault(known => text.EndsWith(known.Unit, StringComparison.Ordinal));
        return unit is not null
            && int.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count * length.TotalHours is > 0 and <= 1
            ? count * length
            : null;
    }
}
