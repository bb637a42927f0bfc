using Microsoft.CodeAnalysis;

namespace Lambda.Generator;

// What can be wrong with what invokes a function, HTTP requests aside.
internal static partial class Diagnostics
{
    public static readonly DiagnosticDescriptor TwoKindsOfEvents = Error(
        "AWSLambda0102",
        "Multiple events on Lambda function not supported",
        "'{0}' has {1} and {2}, and one function serves one kind of event; make two functions of it");

    public static readonly DiagnosticDescriptor InvalidSqsEvent = Error(
        "AWSLambda0116",
        "Invalid SQSEventAttribute",
        "The queue of '{0}' cannot invoke it: {1}");

    public static readonly DiagnosticDescriptor InvalidSignature = Error(
        "AWSLambda0117",
        "Invalid Lambda Method Signature",
        "{1} cannot invoke '{0}': {2}");

    public static readonly DiagnosticDescriptor InvalidAlbApi = Error(
        "AWSLambda0132",
        "Invalid ALBApiAttribute",
        "'{0}' would serve a load balancer, which is not offered; use [HttpApi], or leave [ALBApi] out and write the "
            + "target group in the template");

    public static readonly DiagnosticDescriptor InvalidS3Event = Error(
        "AWSLambda0136",
        "Invalid S3EventAttribute",
        "The bucket of '{0}' cannot invoke it: {1}");

    public static readonly DiagnosticDescriptor InvalidDynamoDBEvent = Error(
        "AWSLambda0137",
        "Invalid DynamoDBEventAttribute",
        "The stream of '{0}' cannot invoke it: {1}");

    public static readonly DiagnosticDescriptor InvalidSnsEvent = Error(
        "AWSLambda0138",
        "Invalid SNSEventAttribute",
        "The topic of '{0}' cannot invoke it: {1}");

    public static readonly DiagnosticDescriptor InvalidScheduleEvent = Error(
        "AWSLambda0139",
        "Invalid ScheduleEventAttribute",
        "The schedule of '{0}' cannot invoke it: {1}");

    public static readonly DiagnosticDescriptor InvalidDurableExecution = Error(
        "AWSLambda0144",
        "Invalid DurableExecutionAttribute",
        "'{0}' would be a durable function, which is not offered; leave [DurableExecution] out and keep what must "
            + "survive an invocation in a table or a queue");
}
