using System.ComponentModel;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>Takes an authorizer's arguments out of the gateway's question. Called by generated handlers.</summary>
/// <remarks>
/// An authorizer decides and does not explain: what cannot be read is as good as missing, and the log says so.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AuthorizerBinder : RequestBinder
{
    private readonly ILambdaContext _context;
    private readonly string? _tokenHeader;
    private readonly string? _token;

    /// <summary>Binds questions of payload format 2.0.</summary>
    public AuthorizerBinder(APIGatewayCustomAuthorizerV2Request request, ILambdaContext context)
        : base(RequestParts.Of(request)) => _context = context;

    /// <summary>Binds questions of payload format 1.0.</summary>
    /// <param name="request">The question.</param>
    /// <param name="context">Logs what cannot be read.</param>
    /// <param name="tokenHeader">
    /// The header whose value a token authorizer is told, and nothing else of the request; null for other authorizers.
    /// </param>
    public AuthorizerBinder(
        APIGatewayCustomAuthorizerRequest request, ILambdaContext context, string? tokenHeader = null)
        : base(RequestParts.Of(request))
    {
        _context = context;
        _tokenHeader = tokenHeader;
        _token = request.AuthorizationToken;
    }

    private protected override string? HeaderText(string name) =>
        string.Equals(name, _tokenHeader, StringComparison.OrdinalIgnoreCase) ? _token : base.HeaderText(name);

    private protected override void Report(string name, string type) =>
        _context?.Logger?.LogWarning($"The value at '{name}' is no {type}; the authorizer goes on without it.");
}
