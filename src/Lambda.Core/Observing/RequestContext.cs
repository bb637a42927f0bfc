using System.Text.Json;

namespace Amazon.Lambda.Observing;

/// <summary>Finds the part of an event that the gateway alone has written.</summary>
internal static class RequestContext
{
    /// <param name="json">The event.</param>
    /// <param name="reader">Reads the context next.</param>
    /// <returns>False when the event has none.</returns>
    public static bool TryFind(ReadOnlySpan<byte> json, out Utf8JsonReader reader)
    {
        // As the gateway writes it, before a body of any size and behind headers that need not be read. No client gets
        // these bytes in there: in a text the quotes have backslashes, and what a client names has a text as its value.
        ReadOnlySpan<byte> name = "\"requestContext\":"u8;
        var found = json.IndexOf("\"requestContext\":{"u8);
        if (found >= 0)
        {
            reader = new Utf8JsonReader(json[(found + name.Length)..]);
            return true;
        }

        reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("requestContext"u8))
                return true;
            reader.Read();
            reader.Skip();
        }

        return false;
    }

    /// <summary>Whether the event asks an authorizer about a request: it has a route as well.</summary>
    public static bool IsGuards(ReadOnlySpan<byte> json)
    {
        // What almost every event begins with.
        if (json.StartsWith("{\"version\":\"2.0\",\"routeKey\":"u8))
            return false;

        // It begins with its type, or with that behind the version; anywhere else a client may have named something so.
        var reader = new Utf8JsonReader(json);
        reader.Read();
        for (var member = 0; member < 2 && reader.Read() && reader.TokenType == JsonTokenType.PropertyName; member++)
        {
            if (reader.ValueTextEquals("type"u8))
                return true;
            reader.Read();
            reader.Skip();
        }

        return false;
    }
}
