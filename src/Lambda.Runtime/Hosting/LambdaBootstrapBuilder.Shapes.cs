using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

// One overload per shape of method, as HandlerWrapper has them.
public sealed partial class LambdaBootstrapBuilder
{
    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Action handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Task> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Action<Stream> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create(() => HandlerWrapper.GetHandlerWrapper(handler, serializer));
}
