using System.Text.Json;

namespace Lambda.Local.HttpApi.Responses;

/// <summary>How the gateway reads what a function returned.</summary>
internal enum ResponseKind
{
    /// <summary>The function said nothing about HTTP: the whole payload is the body of a 200.</summary>
    Inferred,

    /// <summary>A JSON object with a status code.</summary>
    Complete,

    /// <summary>It has a status code, and is wrong: the client gets 500.</summary>
    Malformed,
}

/// <summary>Where in a payload the parts of a response are; found in one pass, copied nowhere.</summary>
internal ref struct FunctionResponse
{
    private const int LowestStatus = 200;
    private const int HighestStatus = 599;

    public ResponseKind Kind { get; private set; }

    public int Status { get; private set; }

    public bool IsBase64 { get; private set; }

    /// <summary>The JSON string, quotes included; empty where there is none.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>The JSON object; empty where there is none.</summary>
    public ReadOnlySpan<byte> Headers { get; private set; }

    /// <summary>The JSON object of payload format 1.0, whose values are lists; empty where there is none.</summary>
    public ReadOnlySpan<byte> HeaderLists { get; private set; }

    /// <summary>The JSON array; empty where there is none.</summary>
    public ReadOnlySpan<byte> Cookies { get; private set; }

    /// <summary>Reads a payload of either format. Of a member that occurs twice, the last one counts.</summary>
    public static FunctionResponse Read(ReadOnlySpan<byte> payload)
    {
        var response = default(FunctionResponse);
        try
        {
            var json = new Utf8JsonReader(payload);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return default;

            var isWellFormed = true;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                isWellFormed &= response.ReadMember(ref json, payload);

            // Text behind the object makes it no JSON at all; the reader throws.
            json.Read();
            if (response.Kind == ResponseKind.Complete && !isWellFormed)
                response.Kind = ResponseKind.Malformed;
            return response;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private bool ReadMember(ref Utf8JsonReader json, ReadOnlySpan<byte> payload)
    {
        // A name that is no text, such as "\ud800", is none of ours, and comparing it would fail.
        if (json.ValueIsEscaped && !JsonText.TryRead(ref json, out _))
        {
            json.Skip();
            return true;
        }

        if (json.ValueTextEquals("statusCode"u8))
            return ReadStatus(ref json);

        var isBase64Flag = json.ValueTextEquals("isBase64Encoded"u8);
        var isBody = json.ValueTextEquals("body"u8);
        var isHeaders = json.ValueTextEquals("headers"u8);
        var isHeaderLists = json.ValueTextEquals("multiValueHeaders"u8);
        var isCookies = json.ValueTextEquals("cookies"u8);

        json.Read();
        var (type, start) = (json.TokenType, (int)json.TokenStartIndex);
        json.Skip();
        var value = type == JsonTokenType.Null ? default : payload[start..(int)json.BytesConsumed];

        if (isBase64Flag)
            IsBase64 = type == JsonTokenType.True;
        else if (isBody)
            Body = value;
        else if (isHeaders)
            Headers = value;
        else if (isHeaderLists)
            HeaderLists = value;
        else if (isCookies)
            Cookies = value;

        return type == JsonTokenType.Null ||
            (!isBase64Flag || type is JsonTokenType.True or JsonTokenType.False) &&
            (!isBody || type == JsonTokenType.String) &&
            (!(isHeaders || isHeaderLists) || type == JsonTokenType.StartObject) &&
            (!isCookies || type == JsonTokenType.StartArray);
    }

    private bool ReadStatus(ref Utf8JsonReader json)
    {
        json.Read();
        var isNumber = json.TokenType == JsonTokenType.Number;
        var isValid = isNumber
            && json.TryGetInt32(out var status)
            && (Status = status) is >= LowestStatus and <= HighestStatus;
        json.Skip();

        Kind = ResponseKind.Complete;
        return isValid;
    }
}
