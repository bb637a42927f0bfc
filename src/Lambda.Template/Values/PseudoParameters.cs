using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Lambda.Template.Values;

/// <summary>What <c>AWS::…</c> names are worth away from AWS: values of the right form.</summary>
/// <remarks>All are fixed but a stack's id, which nobody can guess: what is derived from it must differ.</remarks>
internal static class PseudoParameters
{
    public const string NoValue = "AWS::NoValue";

    private static readonly string StackId =
        $"arn:aws:cloudformation:us-east-1:000000000000:stack/local/{new Guid(RandomNumberGenerator.GetBytes(16))}";

    public static bool TryFind(string name, out JsonNode? value)
    {
        value = name switch
        {
            "AWS::AccountId" => "000000000000",
            "AWS::NotificationARNs" => new JsonArray(),
            "AWS::Partition" => "aws",
            "AWS::Region" => "us-east-1",
            "AWS::StackId" => StackId,
            "AWS::StackName" => "local",
            "AWS::URLSuffix" => "amazonaws.com",
            _ => null,
        };

        return value is not null || name == NoValue;
    }
}
