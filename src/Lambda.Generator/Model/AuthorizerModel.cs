using System.Globalization;

namespace Lambda.Generator.Model;

/// <summary>A function that decides which requests may pass.</summary>
/// <param name="Name">What routes call it.</param>
/// <param name="IsSimple">Whether it says yes or no, rather than with a policy.</param>
/// <param name="IsToken">Whether it is told the identity header's value alone.</param>
internal sealed record AuthorizerModel(
    string Name, bool IsRest, bool IsV1, bool IsSimple, bool IsToken, string IdentityHeader, int Ttl)
{
    public PayloadModel Payload => IsV1 ? PayloadModel.AuthorizerV1 : PayloadModel.AuthorizerV2;

    /// <summary>What the template says of it, besides the function.</summary>
    public EquatableArray<EventPropertyModel> Properties => new([.. IsRest ? OfRestApi() : OfHttpApi(), .. OfBoth()]);

    private IEnumerable<EventPropertyModel> OfHttpApi() =>
    [
        EventPropertyModel.Of("AuthorizerPayloadFormatVersion", IsV1 ? "1.0" : "2.0"),
        new("EnableSimpleResponses", IsSimple ? "true" : "false"),
        new("Identity.Headers", JsonText.Array([JsonText.Quote(IdentityHeader)])),
        new("EnableFunctionDefaultPermissions", "true"),
    ];

    // SAM takes one header of a token, and a list of them otherwise.
    private IEnumerable<EventPropertyModel> OfRestApi() =>
    [
        IsToken
            ? EventPropertyModel.Of("Identity.Header", IdentityHeader)
            : new("Identity.Headers", JsonText.Array([JsonText.Quote(IdentityHeader)])),
        EventPropertyModel.Of("FunctionPayloadType", IsToken ? "TOKEN" : "REQUEST"),
    ];

    // Also when it is none: left out, an API remembers answers for five minutes.
    private IEnumerable<EventPropertyModel> OfBoth() =>
        [new("AuthorizerResultTtlInSeconds", Ttl.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>A route's wish to be guarded.</summary>
/// <param name="Name">Which authorizer it names.</param>
internal sealed record AuthorizerReference(string Name, bool IsRest, bool IsV1, Place? Place);
