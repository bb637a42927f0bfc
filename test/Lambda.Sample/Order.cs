namespace Lambda.Sample;

/// <summary>What a customer wants.</summary>
public sealed record Order(string Name, int Count);

/// <summary>A colour to choose.</summary>
public enum Colour
{
    Red,
    Green,
}
