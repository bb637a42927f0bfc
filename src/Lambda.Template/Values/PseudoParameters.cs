using System.Text.Json.Nodes;

namespace Lambda.Template.Values;

/// <summary>What <c>AWS::…</c> names are worth away from AWS: fixed values of the right form.</summary>
internal static class PseudoParameters
{
    public const string NoValue = "AWS::NoValue";

    public static bool TryFind(string name, out JsonNode? value)
    {
        value = name switch
        {
            "AWS::AccountId" => "000000000000",
            "AWS::NotificationARNs" => new JsonArray(),
            "AWS::Partition" => "aws",
            "AWS::Region" => "us-east-1",
            "AWS::StackId" => "arn:aws:cloudformation:us-east-1:000000000000:stack/local/0",
            "AWS::StackName" => "local",
            "AWS::URLSuffix" => "amazonaws.com",
            _ => null,
        };

        return value is not null || name == NoValue;
    }
}
