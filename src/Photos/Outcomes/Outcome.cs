using System.Diagnostics.CodeAnalysis;

namespace Photos.Outcomes;

/// <summary>A value, or the <see cref="Outcomes.Problem"/> in its place; never both, never neither.</summary>
/// <typeparam name="T">What the caller asked for.</typeparam>
[SuppressMessage("Usage", "CA2225", Justification = "The conversions exist so that a method can return either.")]
public readonly struct Outcome<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly Problem? _problem;

    private Outcome(T? value, Problem? problem) => (_value, _problem) = (value, problem);

    /// <summary>Lets a method return its value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Lets a method return a refusal.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>True with <paramref name="value"/> set, or false with <paramref name="problem"/> set.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        if (_value is null && _problem is null)
            throw new InvalidOperationException("default(Outcome<T>) is nothing; make it from a value or a Problem.");

        (value, problem) = (_value, _problem);
        return problem is null;
    }
}
