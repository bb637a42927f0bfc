using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>Reads one value from text; false when the text is no such value.</summary>
public delegate bool TextParser<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>
/// How text of a request becomes an argument, in the invariant culture. Called by generated handlers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextParsers
{
    /// <summary>The text itself.</summary>
    public static bool Text(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>Numbers, truth values, ids, dates and every other type that says how it is read.</summary>
    public static bool Value<T>(string text, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out value);

    /// <summary>A <see cref="Value{T}"/> that may be missing.</summary>
    public static bool Optional<T>(string text, [NotNullWhen(true)] out T? value)
        where T : struct, IParsable<T>
    {
        var isValue = T.TryParse(text, CultureInfo.InvariantCulture, out var parsed);
        value = parsed;
        return isValue;
    }

    /// <summary>A member of an enum by its name, whatever the case, or by its number.</summary>
    public static bool Member<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && (Enum.IsDefined(value) || IsFlags<T>());

    /// <summary>A <see cref="Member{T}"/> that may be missing.</summary>
    public static bool OptionalMember<T>(string text, [NotNullWhen(true)] out T? value)
        where T : struct, Enum
    {
        var isMember = Member<T>(text, out var parsed);
        value = parsed;
        return isMember;
    }

    private static bool IsFlags<T>()
        where T : struct, Enum =>
        typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
}
