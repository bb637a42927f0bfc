using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.S3;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Photos.Functions.Http;
using Photos.Library;

namespace Photos.Functions;

/// <summary>What happens to photos without anybody asking.</summary>
public sealed class BackgroundFunctions(PhotoArrivals arrivals, PhotoSweep sweep)
{
    /// <summary>Finishes an upload whose client does not, and removes bytes that belong to nothing.</summary>
    [LambdaFunction(ResourceName = "FinishUpload", MemorySize = 1024, Timeout = 30)]
    [S3Event("@PhotoBucket", Events = "s3:ObjectCreated:*", FilterPrefix = "u/")]
    public async Task FinishUpload(S3Event stored, ILambdaContext context)
    {
        using var deadline = Deadline.Of(context);
        foreach (var record in stored.Records)
            await arrivals.ArriveAsync(record.S3.Object.KeyDecoded, deadline.Token);
    }

    /// <summary>Ends what nobody else ended.</summary>
    [LambdaFunction(ResourceName = "Sweep", MemorySize = 512, Timeout = 300)]
    [ScheduleEvent("rate(1 hour)", ResourceName = "Hourly", Description = "Ends uploads left alone, empties the trash")]
    public async Task Sweep(ScheduledEvent tick, ILambdaContext context)
    {
        using var deadline = Deadline.Of(context);
        var seen = await sweep.RunAsync(deadline.Token);
        context.Logger.LogInformation("Swept {Count}", seen);
    }
}
