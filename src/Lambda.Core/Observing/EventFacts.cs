using System.Text.Json;

namespace Amazon.Lambda.Observing;

/// <summary>What an event says of the request behind it, read without making an object of it.</summary>
/// <remarks>
/// The gateway wrote what is read here: a route of the template, its own id, a claim of a token that it verified. All
/// the same nothing is taken that is not short and of visible ASCII characters, and reading ends at the first mistake.
/// </remarks>
internal ref struct EventFacts
{
    private const int Longest = 256;

    private readonly Span<byte> _room;
    private int _used;

    private EventFacts(Span<byte> room) => _room = room;

    /// <summary>Enough for all that is read.</summary>
    public const int Room = 5 * Longest;

    /// <summary>The route as the template has it: <c>GET /photos/{id}</c>; empty where nobody waits for HTTP.</summary>
    public ReadOnlySpan<byte> Route { get; private set; }

    /// <summary>The gateway's name for the request, which its client knows too.</summary>
    public ReadOnlySpan<byte> RequestId { get; private set; }

    /// <summary>Who asks, as the verified token says.</summary>
    public ReadOnlySpan<byte> Subject { get; private set; }

    /// <param name="json">The event; anything.</param>
    /// <param name="room">Where what is read is kept.</param>
    public static EventFacts Read(ReadOnlySpan<byte> json, Span<byte> room)
    {
        var facts = new EventFacts(room);
        try
        {
            facts.ReadEvent(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Functions need not speak JSON at all, and what JSON calls text may hold half a character.
        }

        return facts;
    }

    private void ReadEvent(ReadOnlySpan<byte> json)
    {
        if (!RequestContext.TryFind(json, out var reader))
            return;

        var route = ReadContext(ref reader);
        if (!RequestContext.IsGuards(json))
            Route = route;
    }

    // Both payload formats; the first names a route in two members.
    private ReadOnlySpan<byte> ReadContext(scoped ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> route = default;
        ReadOnlySpan<byte> method = default;
        ReadOnlySpan<byte> resource = default;
        if (!Enter(ref reader))
            return default;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("requestId"u8))
                RequestId = Text(ref reader);
            else if (reader.ValueTextEquals("routeKey"u8))
                route = Text(ref reader);
            else if (reader.ValueTextEquals("httpMethod"u8))
                method = Text(ref reader);
            else if (reader.ValueTextEquals("resourcePath"u8))
                resource = Text(ref reader);
            else if (reader.ValueTextEquals("authorizer"u8))
                ReadAuthorizer(ref reader);
            else
                Skip(ref reader);
        }

        return route.IsEmpty ? Join(method, resource) : route;
    }

    // { "jwt": { "claims": { "sub" } } } in the second format, { "claims": { "sub" } } in the first.
    private void ReadAuthorizer(scoped ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader))
            return;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("jwt"u8))
                ReadAuthorizer(ref reader);
            else if (reader.ValueTextEquals("claims"u8))
                ReadClaims(ref reader);
            else
                Skip(ref reader);
        }
    }

    private void ReadClaims(scoped ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader))
            return;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("sub"u8))
                Subject = Text(ref reader);
            else
                Skip(ref reader);
        }
    }

    // Depth is limited by the reader, which takes 64 levels.
    private static bool Enter(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;

        reader.Skip();
        return false;
    }

    private static void Skip(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        var room = Math.Min(Longest, _room.Length - _used);
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > room)
        {
            reader.Skip();
            return default;
        }

        var text = _room.Slice(_used, reader.CopyString(_room[_used..]));
        _used += text.Length;
        return text.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? default : text;
    }

    private readonly ReadOnlySpan<byte> Join(ReadOnlySpan<byte> method, ReadOnlySpan<byte> resource)
    {
        var length = method.Length + 1 + resource.Length;
        if (method.IsEmpty || resource.IsEmpty || length > _room.Length - _used)
            return default;

        var joined = _room.Slice(_used, length);
        method.CopyTo(joined);
        joined[method.Length] = (byte)' ';
        resource.CopyTo(joined[(method.Length + 1)..]);
        return joined;
    }
}
