using System.Diagnostics;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>What the template lets one function do with the table: asked at each of its calls, as AWS would.</summary>
internal sealed class TableGrants
{
    private readonly string _function;
    private readonly JsonElement[] _statements;

    private TableGrants(string function)
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "serverless.template")));
        _function = function;
        _statements =
        [
            .. template.RootElement.GetProperty("Resources").GetProperty(function).GetProperty("Properties")
                .GetProperty("Policies").EnumerateArray()
                .Where(policy => policy.ValueKind == JsonValueKind.Object)
                .SelectMany(policy => policy.GetProperty("Statement").EnumerateArray())
                .Select(statement => statement.Clone()),
        ];
    }

    /// <summary>A client for the function that is being made right now: its handler is on the stack.</summary>
    public static AmazonDynamoDBClient NewClient(AmazonDynamoDBClient all)
    {
        var handler = new StackTrace().GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType?.Name.Split('_'))
            .First(name => name is [_, _, "Generated"]);
        var grants = new TableGrants(handler![1]);
        var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"), new AmazonDynamoDBConfig { ServiceURL = all.Config.ServiceURL });
        client.BeforeRequestEvent += (_, call) => grants.Require(((WebServiceRequestEventArgs)call).Request);
        return client;
    }

    private void Require(AmazonWebServiceRequest call)
    {
        var action = $"dynamodb:{call.GetType().Name[..^"Request".Length]}";
        if (!Array.Exists(_statements, statement => Allows(statement, action, call)))
            throw new UnauthorizedAccessException($"{_function} may not call {action} so; see its Policies.");
    }

    private static bool Allows(JsonElement statement, string action, AmazonWebServiceRequest call)
    {
        var resource = call is QueryRequest { IndexName: { } index }
            ? $$"""{"Fn::Sub":"${LibraryTable.Arn}/index/{{index}}"}"""
            : """{"Fn::GetAtt":["LibraryTable","Arn"]}""";
        var allowed = JsonSerializer.Serialize(statement.GetProperty("Resource"));

        return statement.GetProperty("Action").EnumerateArray().Any(each => each.GetString() == action)
            && allowed.Contains(resource, StringComparison.Ordinal)
            && (!statement.TryGetProperty("Condition", out var condition) || IsOfKeys(condition, call));
    }

    private static bool IsOfKeys(JsonElement condition, AmazonWebServiceRequest call)
    {
        var partition = call switch
        {
            GetItemRequest get => get.Key["PK"].S,
            PutItemRequest put => put.Item["PK"].S,
            _ => null,
        };
        var leading = condition.GetProperty("ForAllValues:StringEquals").GetProperty("dynamodb:LeadingKeys");
        return leading.EnumerateArray().Any(key => key.GetString() == partition);
    }
}
