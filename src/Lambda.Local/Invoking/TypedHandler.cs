using System.Reflection;
using System.Runtime.InteropServices;
using Amazon.Lambda.Core;

namespace Lambda.Local.Invoking;

/// <summary>
/// Makes a <see cref="FunctionHandler"/> of a method: reflection while it is made, none while it is called.
/// </summary>
internal static class TypedHandler
{
    /// <param name="method">
    /// Takes an event, a context, both or neither; returns a value, a stream, a task or nothing.
    /// </param>
    public static FunctionHandler Of(MethodInfo method, object target, ILambdaSerializer serializer)
    {
        var input = method.GetParameters().Select(parameter => parameter.ParameterType)
            .FirstOrDefault(type => type != typeof(ILambdaContext)) ?? typeof(Stream);
        var output = method.ReturnType == typeof(void) ? typeof(object) : method.ReturnType;

        return (FunctionHandler)typeof(TypedHandler)
            .GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(input, output)
            .Invoke(null, [method, target, serializer])!;
    }

    private static FunctionHandler Bind<TInput, TOutput>(MethodInfo method, object target, ILambdaSerializer serializer)
    {
        var call = Call<TInput, TOutput>(method, target);
        var finish = (Func<TOutput, ValueTask<ReadOnlyMemory<byte>>>)Finish(method.ReturnType, serializer);

        return (payload, context) =>
        {
            var stream = StreamOf(payload);
            var input = stream is TInput raw ? raw : serializer.Deserialize<TInput>(stream);
            return finish(call(input, context));
        };
    }

    // Every HTTP function takes an event and a context; the other shapes are events without a waiting client.
    private static Func<TInput, ILambdaContext, TOutput> Call<TInput, TOutput>(MethodInfo method, object target)
    {
        var parameters = method.GetParameters();
        if (parameters.Length == 2 && method.ReturnType != typeof(void))
            return method.CreateDelegate<Func<TInput, ILambdaContext, TOutput>>(target);

        return (input, context) =>
        {
            object?[] arguments =
                [.. parameters.Select(parameter =>
                    parameter.ParameterType == typeof(ILambdaContext) ? context : (object?)input)];
            return (TOutput)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        };
    }

    private static Delegate Finish(Type output, ILambdaSerializer serializer)
    {
        if (output == typeof(void))
            return (object? _) => ValueTask.FromResult(ReadOnlyMemory<byte>.Empty);
        if (output == typeof(Stream))
            return (Stream result) => ValueTask.FromResult(Bytes(result));
        if (output == typeof(Task<Stream>))
            return async ValueTask<ReadOnlyMemory<byte>> (Task<Stream> result) => Bytes(await result);
        if (output == typeof(Task))
            return FinishTaskAsync;

        var isTask = output.IsGenericType && output.GetGenericTypeDefinition() == typeof(Task<>);
        return (Delegate)typeof(TypedHandler)
            .GetMethod(
                isTask ? nameof(FinishTaskOf) : nameof(FinishValueOf),
                BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(isTask ? output.GetGenericArguments()[0] : output)
            .Invoke(null, [serializer])!;
    }

    private static async ValueTask<ReadOnlyMemory<byte>> FinishTaskAsync(Task result)
    {
        await result;
        return default;
    }

    private static Func<Task<T>, ValueTask<ReadOnlyMemory<byte>>> FinishTaskOf<T>(ILambdaSerializer serializer) =>
        async result => Serialize(await result, serializer);

    private static Func<T, ValueTask<ReadOnlyMemory<byte>>> FinishValueOf<T>(ILambdaSerializer serializer) =>
        result => ValueTask.FromResult(Serialize(result, serializer));

    private static ReadOnlyMemory<byte> Serialize<T>(T value, ILambdaSerializer serializer)
    {
        var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(payload.ToArray(), writable: false);

    private static ReadOnlyMemory<byte> Bytes(Stream stream)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var bytes))
            return bytes.AsMemory((int)memory.Position);

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
