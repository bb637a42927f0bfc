using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;

namespace Lambda.Sample;

/// <summary>Who may come in.</summary>
public sealed class GuardFunctions
{
    [LambdaFunction(ResourceName = "Guard")]
    [HttpApiAuthorizer]
    public IAuthorizerResult Guard([FromHeader] string authorization) => authorization == "let me in"
        ? AuthorizerResults.Allow().WithContext("guest", "Ada").WithContext("visits", 3)
        : AuthorizerResults.Deny();

    [LambdaFunction(ResourceName = "Guarded")]
    [HttpApi(LambdaHttpMethod.Get, "/guarded", Authorizer = nameof(Guard))]
    public string Guarded([FromCustomAuthorizer] string guest, [FromCustomAuthorizer] int visits) =>
        $"{guest} {visits}";
}
