using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Events;

/// <summary>The generator, run over one class that sees the events.</summary>
internal static class EventRun
{
    private const string Usings =
        """
        global using Amazon.Lambda.Annotations.DynamoDB;
        global using Amazon.Lambda.Annotations.S3;
        global using Amazon.Lambda.Annotations.Schedule;
        global using Amazon.Lambda.Annotations.SNS;
        global using Amazon.Lambda.Annotations.SQS;
        global using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
        global using Amazon.Lambda.DynamoDBEvents;
        global using Amazon.Lambda.S3Events;
        global using Amazon.Lambda.SNSEvents;
        global using Amazon.Lambda.SQSEvents;
        """;

    private const string Serializer = "[assembly: LambdaSerializer(typeof(Lambda.Tests.Events.EventsByReflection))]";

    public static GeneratorRun Of(string members) =>
        GeneratorRun.Of(OutputKind.DynamicallyLinkedLibrary, [Usings, Serializer, Source(members)]);

    public static GeneratorRun OfProgram(string members) => GeneratorRun.Of(
        OutputKind.ConsoleApplication,
        [Usings, Serializer, Source(members), "[assembly: LambdaGlobalProperties(GenerateMain = true)]"]);

    public static string Source(string members) => $"namespace App;\n\npublic class F\n{{\n{members}\n}}\n";
}
