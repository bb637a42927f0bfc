using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes one kind of handler, bytes in and bytes out, of every kind of method a function can be.</summary>
/// <remarks>Methods without an answer give an empty stream.</remarks>
public sealed partial class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer? serializer = null) =>
        (Handler, Serializer) = (handler, serializer);

    /// <summary>
    /// The handler. Call it as often as there are events; concurrent calls are as safe as the method is.
    /// </summary>
    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer? Serializer { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held; disposable because code written for Amazon's packages disposes of it.
    }

    /// <summary>Takes a handler as it is.</summary>
    internal static HandlerWrapper Of(LambdaBootstrapHandler handler) => new(handler);

    private static HandlerWrapper Of(
        Func<InvocationRequest, Task<Stream>> call, ILambdaSerializer? serializer = null) =>
        new(async invocation => new InvocationResponse(await call(invocation)), serializer);

    private static Stream Write<TOutput>(ILambdaSerializer serializer, TOutput output)
    {
        // A function that returns a stream has written its answer already; a serializer would make nonsense of it.
        if (output is Stream stream)
            return stream;

        var json = new MemoryStream();
        serializer.Serialize(output, json);
        json.Position = 0;
        return json;
    }

    private static TInput Read<TInput>(ILambdaSerializer serializer, InvocationRequest invocation) =>
        serializer.Deserialize<TInput>(invocation.InputStream);
}
