using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.S3;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SQSEvents;

namespace Lambda.Sample;

/// <summary>What happens without anybody asking.</summary>
public sealed class EventFunctions
{
    [LambdaFunction(ResourceName = "Uploaded")]
    [S3Event("@Bucket", FilterPrefix = "pictures/")]
    public void Uploaded(S3Event uploaded, ILambdaContext context) =>
        context.Logger.LogInformation("Uploaded {Key}", uploaded.Records[0].S3.Object.KeyDecoded);

    [LambdaFunction(ResourceName = "Queued")]
    [SQSEvent("@Queue", BatchSize = 5)]
    public Task<SQSBatchResponse> Queued(SQSEvent queued) => Task.FromResult(new SQSBatchResponse
    {
        BatchItemFailures = [new() { ItemIdentifier = queued.Records[0].MessageId }],
    });

    [LambdaFunction(ResourceName = "Nightly")]
    [ScheduleEvent("rate(1 day)")]
    public Task Nightly(ScheduledEvent tick, ILambdaContext context)
    {
        context.Logger.LogInformation("Nightly at {Time:O}", tick.Time);
        return Task.CompletedTask;
    }

    [LambdaFunction(ResourceName = "Plain")]
    public Order[] Plain(Order order) => [order, order];
}
