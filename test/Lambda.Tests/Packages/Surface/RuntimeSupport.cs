// What Amazon.Lambda.RuntimeSupport 2.1.2 offers, by name and signature.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport
{
    public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

    public delegate Task<bool> LambdaBootstrapInitializer();

    public class InvocationRequest : IDisposable
    {
        public Stream InputStream { get; }
        public ILambdaContext LambdaContext { get; }
        public void Dispose() => throw null;
    }

    public class InvocationResponse
    {
        public Stream OutputStream { get; }
        public bool DisposeOutputStream { get; }
    }

    public class LambdaBootstrapOptions
    {
        public string RuntimeApiEndpoint { get; set; }
    }

    public class LambdaBootstrap : IDisposable
    {
        public Task RunAsync(CancellationToken cancellationToken = default) => throw null;
        public void Dispose() => throw null;
    }

    public class HandlerWrapper : IDisposable
    {
        public void Dispose() => throw null;
        public static HandlerWrapper GetHandlerWrapper(Action handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<Stream, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper(
            Func<Stream, ILambdaContext, Task<Stream>> handler) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TOutput>(
            Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Action<TInput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Func<TInput, Task> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Func<TInput, Stream> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
            Func<TInput, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
            Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput>(
            Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
            Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
            Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static HandlerWrapper GetHandlerWrapper(
            Action<Stream, ILambdaContext, MemoryStream> handler) => throw null;
    }

    public class LambdaBootstrapBuilder
    {
        public static LambdaBootstrapBuilder Create(Action handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Task> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create(Action<Stream> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<Stream, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) => throw null;
        public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TOutput>(
            Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Action<TInput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, Task> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, Stream> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput, TOutput>(
            Func<TInput, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput, TOutput>(
            Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput, TOutput>(
            Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create<TInput, TOutput>(
            Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => throw null;
        public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler) => throw null;
        public LambdaBootstrapBuilder UseHttpClient(System.Net.Http.HttpClient httpClient) => throw null;
        public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer initializer) => throw null;
        public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> configureOptions) => throw null;
        public LambdaBootstrap Build() => throw null;
    }
}
