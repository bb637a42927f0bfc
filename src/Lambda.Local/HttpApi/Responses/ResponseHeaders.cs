using System.Text.Json;
using Lambda.Local.HttpApi.Description;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Responses;

/// <summary>Takes over the headers that a function returned.</summary>
internal sealed class ResponseHeaders(bool isRest, bool hasCors)
{
    private static readonly EqualityComparer<(string Name, string Value)> SameLine =
        EqualityComparer<(string Name, string Value)>.Create(
            (one, other) => one.Value == other.Value &&
                one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase),
            line => line.Value.GetHashCode(StringComparison.Ordinal));

    /// <summary>False when one is wrong, perhaps with some set already.</summary>
    public bool TryWrite(FunctionResponse answer, PayloadFormat format, IHeaderDictionary headers)
    {
        var lines = new List<(string Name, string Value)>();
        var isRead = format is PayloadFormat.Two
            ? TryReadCookies(answer.Cookies, lines) && TryRead(answer.Headers, areLists: false, lines)
            : TryReadBoth(answer, lines);
        if (!isRead)
            return false;

        foreach (var (name, value) in lines)
        {
            if (!HeaderNames.IsName(name) || !HeaderNames.IsValue(value))
                return false;
            if (HeaderNames.IsPassedOn(name, hasCors))
                headers.Append(isRest ? HeaderNames.OfRest(name) : HeaderNames.Canonical(name), value);
        }

        return true;
    }

    // What both objects of format 1.0 say, word by word, is said once; which comes first depends on the API.
    private bool TryReadBoth(FunctionResponse answer, List<(string Name, string Value)> lines)
    {
        var (plain, lists) = (new List<(string Name, string Value)>(), new List<(string Name, string Value)>());
        if (!TryRead(answer.HeaderLists, areLists: true, lists) || !TryRead(answer.Headers, areLists: false, plain))
            return false;

        var alone = plain.Except(lists, SameLine);
        lines.AddRange(isRest ? [.. lists, .. alone] : [.. alone, .. lists]);
        return true;
    }

    /// <param name="members">A JSON object; empty for none.</param>
    /// <param name="areLists">Whether each member is a list of values, rather than one.</param>
    /// <param name="found">Takes them.</param>
    private static bool TryRead(
        ReadOnlySpan<byte> members, bool areLists, List<(string Name, string Value)> found)
    {
        if (members.IsEmpty)
            return true;

        var json = new Utf8JsonReader(members);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!JsonText.TryRead(ref json, out var name) || !json.Read())
                return false;
            if (json.TokenType == JsonTokenType.Null)
                continue;

            var isRead = areLists
                ? json.TokenType == JsonTokenType.StartArray && TryReadItems(ref json, name, found)
                : TryReadItem(ref json, name, found);
            if (!isRead)
                return false;
        }

        return true;
    }

    private static bool TryReadCookies(ReadOnlySpan<byte> cookies, List<(string Name, string Value)> found)
    {
        if (cookies.IsEmpty)
            return true;

        var json = new Utf8JsonReader(cookies);
        json.Read();
        return TryReadItems(ref json, "set-cookie", found);
    }

    private static bool TryReadItems(ref Utf8JsonReader json, string name, List<(string Name, string Value)> found)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (!TryReadItem(ref json, name, found))
                return false;
        }

        return true;
    }

    private static bool TryReadItem(ref Utf8JsonReader json, string name, List<(string Name, string Value)> found)
    {
        if (!JsonText.TryRead(ref json, out var value))
            return false;

        found.Add((name, value));
        return true;
    }
}
