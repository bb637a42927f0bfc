namespace Lambda.Generator.Model;

/// <summary>What goes into a handler that API Gateway calls, and what comes out.</summary>
/// <param name="Request">The event's type.</param>
/// <param name="Response">The answer's type; empty for authorizers, who have several.</param>
/// <param name="Binder">Takes arguments out of the event.</param>
/// <param name="Answer">Makes an answer of what the function returned.</param>
internal sealed record PayloadModel(string Request, string Response, string Binder, string Answer)
{
    public static readonly PayloadModel V1 = new(
        KnownNames.RestApiRequest,
        KnownNames.RestApiResponse,
        $"{KnownNames.Binding}.RestApiBinder",
        $"{KnownNames.Binding}.RestApiAnswer");

    public static readonly PayloadModel V2 = new(
        KnownNames.HttpApiRequest,
        KnownNames.HttpApiResponse,
        $"{KnownNames.Binding}.HttpApiBinder",
        $"{KnownNames.Binding}.HttpApiAnswer");

    public static readonly PayloadModel AuthorizerV1 = OfAuthorizer(KnownNames.AuthorizerRequest);

    public static readonly PayloadModel AuthorizerV2 = OfAuthorizer(KnownNames.AuthorizerV2Request);

    private static PayloadModel OfAuthorizer(string request) => new(
        request, "", $"{KnownNames.Binding}.AuthorizerBinder", $"{KnownNames.Binding}.AuthorizerAnswer");
}
