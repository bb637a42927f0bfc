using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Lambda.Tests.Generator;

namespace Lambda.Tests.Core;

/// <summary>
/// Events as API Gateway sends them, and answers as it reads them, through a serializer that was told of neither.
/// </summary>
public sealed class GatewayEventTests
{
    private readonly NarrowSerializer _serializer = new();

    [Fact]
    public void A_rest_apis_request_is_read_whole()
    {
        var request = Read<APIGatewayProxyRequest>(
            """
            {
              "resource": "/photos/{id}", "path": "/photos/7", "httpMethod": "GET",
              "headers": { "X-Tag": "b" }, "multiValueHeaders": { "X-Tag": ["a", "b"] },
              "queryStringParameters": { "n": "2" }, "multiValueQueryStringParameters": { "n": ["1", "2"] },
              "pathParameters": { "id": "7" }, "stageVariables": { "size": "small" },
              "requestContext": {
                "accountId": "1", "apiId": "api", "domainName": "d.example", "domainPrefix": "d",
                "authorizer": { "principalId": "ada", "claims": { "sub": "s", "level": 3 }, "numKey": 5, "boolKey": true },
                "extendedRequestId": "e", "httpMethod": "GET", "path": "/prod/photos/7", "protocol": "HTTP/1.1",
                "identity": { "sourceIp": "10.0.0.1", "userArn": "arn:u", "clientCert": { "subjectDN": "CN=a", "validity": { "notAfter": "later" } } },
                "requestId": "r", "requestTime": "21/Nov/2026:10:00:00 +0000", "requestTimeEpoch": 1795255200000,
                "resourceId": "x", "resourcePath": "/photos/{id}", "stage": "prod", "operationName": "GetPhoto"
              },
              "body": "eA==", "isBase64Encoded": true
            }
            """);

        var context = request.RequestContext!;
        Assert.Equal(("/photos/{id}", "/photos/7", "GET"), (request.Resource, request.Path, request.HttpMethod));
        Assert.Equal(("b", "2", "7", "small"), (request.Headers!["X-Tag"], request.QueryStringParameters!["n"], request.PathParameters!["id"], request.StageVariables!["size"]));
        Assert.Equal(["a", "b"], request.MultiValueHeaders!["X-Tag"]);
        Assert.Equal(["1", "2"], request.MultiValueQueryStringParameters!["n"]);
        Assert.Equal(("eA==", true), (request.Body, request.IsBase64Encoded));
        Assert.Equal(("ada", 5, true), (context.Authorizer!.PrincipalId, context.Authorizer.NumKey, context.Authorizer.BoolKey));
        Assert.Equal(("s", "3"), (context.Authorizer.Claims!["sub"], context.Authorizer.Claims["level"]));
        Assert.Equal(("10.0.0.1", "arn:u"), (context.Identity!.SourceIp, context.Identity.UserArn));
        Assert.Equal(("CN=a", "later"), (context.Identity.ClientCert!.SubjectDN, context.Identity.ClientCert.Validity!.NotAfter));
        Assert.Equal((1795255200000, "prod", "GetPhoto"), (context.RequestTimeEpoch, context.Stage, context.OperationName));
    }

    [Fact]
    public void An_http_apis_question_to_its_authorizer_is_read_whole()
    {
        var request = Read<APIGatewayCustomAuthorizerV2Request>(
            """
            {
              "version": "2.0", "type": "REQUEST", "routeArn": "arn:1", "identitySource": ["user1", "123"],
              "routeKey": "$default", "rawPath": "/my/path", "rawQueryString": "a=1", "cookies": ["c=1"],
              "headers": { "authorization": "t" }, "queryStringParameters": { "a": "1" },
              "requestContext": { "http": { "method": "POST", "sourceIp": "10.0.0.1" }, "timeEpoch": 5 },
              "pathParameters": { "p": "1" }, "stageVariables": { "s": "1" }
            }
            """);

        Assert.Equal(("2.0", "REQUEST", "arn:1"), (request.Version, request.Type, request.RouteArn));
        Assert.Equal(["user1", "123"], request.IdentitySource!);
        Assert.Equal(("$default", "/my/path", "a=1"), (request.RouteKey, request.RawPath, request.RawQueryString));
        Assert.Equal(("c=1", "t", "1"), (request.Cookies![0], request.Headers!["authorization"], request.QueryStringParameters!["a"]));
        Assert.Equal(("1", "1"), (request.PathParameters!["p"], request.StageVariables!["s"]));
        Assert.Equal(("POST", 5), (request.RequestContext!.Http!.Method, request.RequestContext.TimeEpoch));
    }

    [Fact]
    public void A_rest_apis_question_to_its_authorizer_is_read_whole()
    {
        var token = Read<APIGatewayCustomAuthorizerRequest>(
            """{ "type": "TOKEN", "authorizationToken": "t", "methodArn": "arn:1" }""");
        var request = Read<APIGatewayCustomAuthorizerRequest>(
            """{ "type": "REQUEST", "methodArn": "arn:1", "headers": { "a": "b" }, "requestContext": { "stage": "prod" } }""");

        Assert.Equal(("TOKEN", "t", "arn:1"), (token.Type, token.AuthorizationToken, token.MethodArn));
        Assert.Equal(("b", "prod"), (request.Headers!["a"], request.RequestContext!.Stage));
    }

    [Fact]
    public void Answers_are_written_as_the_gateway_spells_them()
    {
        Assert.Equal(
            """{"statusCode":200,"multiValueHeaders":{"a":["1","2"]},"body":"x","isBase64Encoded":false}""",
            Written(new APIGatewayProxyResponse
            {
                StatusCode = 200,
                MultiValueHeaders = new Dictionary<string, IList<string>> { ["a"] = ["1", "2"] },
                Body = "x",
            }));
        Assert.Equal(
            """{"isAuthorized":true,"context":{"a":1,"b":"x"}}""",
            Written(new APIGatewayCustomAuthorizerV2SimpleResponse
            {
                IsAuthorized = true,
                Context = new Dictionary<string, object> { ["a"] = 1, ["b"] = "x" },
            }));
    }

    [Fact]
    public void A_policy_is_written_in_the_policy_languages_own_spelling()
    {
        const string Policy =
            """{"principalId":"ada","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["execute-api:Invoke"],"Resource":["*"]}]},"context":{"stringKey":"s"}}""";
        var document = new APIGatewayCustomAuthorizerPolicy
        {
            Statement = [new() { Effect = "Deny", Action = ["execute-api:Invoke"], Resource = ["*"] }],
        };

        Assert.Equal(Policy, Written(new APIGatewayCustomAuthorizerResponse
        {
            PrincipalID = "ada", PolicyDocument = document, Context = new() { StringKey = "s" },
        }));
        Assert.Equal(Policy, Written(new APIGatewayCustomAuthorizerV2IamResponse
        {
            PrincipalID = "ada", PolicyDocument = document, Context = new() { ["stringKey"] = "s" },
        }));
    }

    private T Read<T>(string json) => _serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private string Written<T>(T answer)
    {
        var stream = new MemoryStream();
        _serializer.Serialize(answer, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
