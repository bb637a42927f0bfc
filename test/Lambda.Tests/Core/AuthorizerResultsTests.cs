using System.Text;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using static Amazon.Lambda.Annotations.APIGateway.AuthorizerResultSerializationOptions;

namespace Lambda.Tests.Core;

public sealed class AuthorizerResultsTests
{
    private const string Arn = "arn:aws:execute-api:eu-west-1:1:a/prod/GET/x";

    [Fact]
    public void A_simple_answer_says_yes_or_no()
    {
        Assert.Equal("""{"isAuthorized":true}""", Wire(AuthorizerResults.Allow(), AuthorizerFormat.HttpApiSimple));
        Assert.Equal("""{"isAuthorized":false}""", Wire(AuthorizerResults.Deny(), AuthorizerFormat.HttpApiSimple));
    }

    [Theory]
    [InlineData(AuthorizerFormat.HttpApiIamPolicy)]
    [InlineData(AuthorizerFormat.RestApi)]
    public void A_policy_speaks_of_what_was_asked_for(AuthorizerFormat format)
    {
        Assert.Equal(
            $$$"""{"principalId":"user","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"{{{Arn}}}"}]}}""",
            Wire(AuthorizerResults.Allow(), format, Arn));
        Assert.Equal(
            """{"principalId":"ada","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Deny","Resource":"*"}]}}""",
            Wire(AuthorizerResults.Deny().WithPrincipalId("ada"), format));
    }

    [Fact]
    public void A_context_holds_texts_numbers_and_truth_values()
    {
        var result = AuthorizerResults.Allow()
            .WithContext("text", "a\"b").WithContext("int", 1).WithContext("long", 5_000_000_000L)
            .WithContext("double", 1.5).WithContext("float", 2.5f).WithContext("flag", true)
            .WithContext("int", 2);

        using var answer = JsonDocument.Parse(Wire(result, AuthorizerFormat.HttpApiSimple));
        Assert.Equal(
            """{"text":"a\u0022b","int":2,"long":5000000000,"double":1.5,"float":2.5,"flag":true}""",
            answer.RootElement.GetProperty("context").GetRawText());
        Assert.Equal(6, result.Context!.Count);
    }

    [Fact]
    public void Anything_else_in_a_context_is_refused_by_name()
    {
        var result = AuthorizerResults.Allow().WithContext("roles", new[] { "admin" });

        var error = Assert.Throws<InvalidOperationException>(() => Wire(result, AuthorizerFormat.RestApi));
        Assert.StartsWith("'roles' in the authorizer's context is a String[]", error.Message, StringComparison.Ordinal);
    }

    private static string Wire(IAuthorizerResult result, AuthorizerFormat format, string? arn = null)
    {
        using var wire = result.Serialize(
            new AuthorizerResultSerializationOptions { Format = format, MethodArn = arn });
        return new StreamReader(wire, Encoding.UTF8).ReadToEnd();
    }
}
