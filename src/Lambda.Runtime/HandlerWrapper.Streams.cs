using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

// Methods that answer with nothing or with bytes.
public sealed partial class HandlerWrapper
{
    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Of(invocation => Done(() => handler()));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Of(invocation => Empty(handler()));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Of(invocation => Task.FromResult(handler()));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Of(invocation => handler());

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Of(invocation => Done(() => handler(invocation.LambdaContext)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Of(invocation => Empty(handler(invocation.LambdaContext)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Of(invocation => Task.FromResult(handler(invocation.LambdaContext)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Of(invocation => handler(invocation.LambdaContext));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Of(invocation => Done(() => handler(invocation.InputStream)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Of(invocation => Empty(handler(invocation.InputStream)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Of(invocation => Task.FromResult(handler(invocation.InputStream)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Of(invocation => handler(invocation.InputStream));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Of(invocation => Done(() => handler(invocation.InputStream, invocation.LambdaContext)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Of(invocation => Empty(handler(invocation.InputStream, invocation.LambdaContext)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Of(invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext)));

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Of(invocation => handler(invocation.InputStream, invocation.LambdaContext));

    /// <summary>Wraps a method that writes its answer into the stream it is given last.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> handler) =>
        Of(invocation =>
        {
            var output = new MemoryStream();
            handler(invocation.InputStream, invocation.LambdaContext, output);
            output.Position = 0;
            return Task.FromResult<Stream>(output);
        });

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Of(invocation => Done(() => handler(Read<TInput>(serializer, invocation))), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Of(invocation => Empty(handler(Read<TInput>(serializer, invocation))), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Of(invocation => Task.FromResult(handler(Read<TInput>(serializer, invocation))), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Of(invocation => handler(Read<TInput>(serializer, invocation)), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Of(
            invocation => Done(() => handler(Read<TInput>(serializer, invocation), invocation.LambdaContext)),
            serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Of(invocation => Empty(handler(Read<TInput>(serializer, invocation), invocation.LambdaContext)), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Of(
            invocation => Task.FromResult(handler(Read<TInput>(serializer, invocation), invocation.LambdaContext)),
            serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Of(invocation => handler(Read<TInput>(serializer, invocation), invocation.LambdaContext), serializer);

    private static Task<Stream> Done(Action call)
    {
        call();
        return Task.FromResult(Stream.Null);
    }

    private static async Task<Stream> Empty(Task call)
    {
        await call;
        return Stream.Null;
    }
}
