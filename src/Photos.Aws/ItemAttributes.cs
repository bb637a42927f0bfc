using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Photos.Aws;

/// <summary>Reads and writes attributes that may be absent: DynamoDB leaves out what has no value.</summary>
internal static class ItemAttributes
{
    public static AttributeValue Of(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static void Write(this Dictionary<string, AttributeValue> item, string name, string? text)
    {
        if (text is not null)
            item[name] = new(text);
    }

    public static void Write(this Dictionary<string, AttributeValue> item, string name, long? number)
    {
        if (number is not null)
            item[name] = Of(number.Value);
    }

    public static void Write(this Dictionary<string, AttributeValue> item, string name, double? number)
    {
        if (number is not null)
            item[name] = new() { N = number.Value.ToString("R", CultureInfo.InvariantCulture) };
    }

    public static string? Text(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    public static long? Number(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? long.Parse(value.N, CultureInfo.InvariantCulture) : null;

    public static double? Fraction(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? double.Parse(value.N, CultureInfo.InvariantCulture) : null;
}
