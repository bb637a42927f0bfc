using Amazon.Lambda.Core;

namespace Photos.Functions.Http;

/// <summary>Ends the waiting shortly before Lambda ends the function: the caller still gets an answer.</summary>
internal sealed class Deadline : IDisposable
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _source;

    private Deadline(TimeSpan time) => _source = new CancellationTokenSource(time);

    public CancellationToken Token => _source.Token;

    public static Deadline Of(ILambdaContext context)
    {
        var time = context.RemainingTime - ToAnswer;
        return new Deadline(time > TimeSpan.Zero ? time : TimeSpan.Zero);
    }

    public void Dispose() => _source.Dispose();
}
