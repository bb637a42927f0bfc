using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

// Methods that answer with a value, which the serializer writes.
public sealed partial class HandlerWrapper
{
    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        OfValue(invocation => handler(), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        OfTask(invocation => handler(), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        OfValue(invocation => handler(invocation.LambdaContext), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        OfTask(invocation => handler(invocation.LambdaContext), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        OfValue(invocation => handler(invocation.InputStream), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        OfTask(invocation => handler(invocation.InputStream), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        OfValue(invocation => handler(invocation.InputStream, invocation.LambdaContext), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        OfTask(invocation => handler(invocation.InputStream, invocation.LambdaContext), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        OfValue(invocation => handler(Read<TInput>(serializer, invocation)), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        OfTask(invocation => handler(Read<TInput>(serializer, invocation)), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        OfValue(invocation => handler(Read<TInput>(serializer, invocation), invocation.LambdaContext), serializer);

    /// <summary>Wraps a method of this shape.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        OfTask(invocation => handler(Read<TInput>(serializer, invocation), invocation.LambdaContext), serializer);

    private static HandlerWrapper OfValue<TOutput>(
        Func<InvocationRequest, TOutput> call, ILambdaSerializer serializer) =>
        Of(invocation => Task.FromResult(Write(serializer, call(invocation))), serializer);

    private static HandlerWrapper OfTask<TOutput>(
        Func<InvocationRequest, Task<TOutput>> call, ILambdaSerializer serializer) =>
        Of(async invocation => Write(serializer, await call(invocation)), serializer);
}
