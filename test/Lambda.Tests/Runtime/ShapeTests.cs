using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.TestUtilities;
using Lambda.Tests.Generator;

namespace Lambda.Tests.Runtime;

/// <summary>Every shape of method that a function can have, as people and generators write it.</summary>
public sealed class ShapeTests
{
    private static readonly ReflectionSerializer Json = new();

    private static readonly ILambdaContext Context = new TestLambdaContext { AwsRequestId = "req" };

    private readonly List<string> _calls = [];

    [Fact]
    public async Task Methods_of_lambdas_with_types_answer_what_their_shape_says()
    {
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper(() => _calls.Add("-"))));
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper(() => Note("-"))));
        Assert.Equal("-", await Answer(HandlerWrapper.GetHandlerWrapper(() => Bytes("-"))));
        Assert.Equal("-", await Answer(HandlerWrapper.GetHandlerWrapper(async () => await Later(Bytes("-")))));
        Assert.Equal("1", await Answer(HandlerWrapper.GetHandlerWrapper(() => 1, Json)));
        Assert.Equal("1", await Answer(HandlerWrapper.GetHandlerWrapper(async () => await Later(1), Json)));

        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => _calls.Add(Id(c)))));
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Note(Id(c)))));
        Assert.Equal("req", await Answer(HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Bytes(Id(c)))));
        Assert.Equal(
            "req", await Answer(HandlerWrapper.GetHandlerWrapper(async (ILambdaContext c) => await Later(Bytes(Id(c))))));
        Assert.Equal("3", await Answer(HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Id(c).Length, Json)));
        Assert.Equal(
            "3", await Answer(HandlerWrapper.GetHandlerWrapper(async (ILambdaContext c) => await Later(3), Json)));

        Assert.Equal(["-", "-", "req", "req"], _calls);
    }

    [Fact]
    public async Task Methods_of_streams_answer_what_their_shape_says()
    {
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s) => _calls.Add(Text(s)))));
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s) => Note(Text(s)))));
        Assert.Equal("\"in\"", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s) => s)));
        Assert.Equal("\"in\"", await Answer(HandlerWrapper.GetHandlerWrapper(async (Stream s) => await Later(s))));
        Assert.Equal("4", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s) => Text(s).Length, Json)));
        Assert.Equal(
            "4", await Answer(HandlerWrapper.GetHandlerWrapper(async (Stream s) => await Later(Text(s).Length), Json)));

        Assert.Equal(
            "", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext c) => _calls.Add(Id(c)))));
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext c) => Note(Id(c)))));
        Assert.Equal("\"in\"", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext c) => s)));
        Assert.Equal(
            "\"in\"",
            await Answer(HandlerWrapper.GetHandlerWrapper(async (Stream s, ILambdaContext c) => await Later(s))));
        Assert.Equal("3", await Answer(HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext c) => 3, Json)));
        Assert.Equal(
            "3",
            await Answer(HandlerWrapper.GetHandlerWrapper(async (Stream s, ILambdaContext c) => await Later(3), Json)));
        Assert.Equal(
            "out",
            await Answer(HandlerWrapper.GetHandlerWrapper(
                (Stream s, ILambdaContext c, MemoryStream output) => output.Write("out"u8))));

        Assert.Equal(["\"in\"", "\"in\"", "req", "req"], _calls);
    }

    [Fact]
    public async Task Methods_of_values_answer_what_their_shape_says()
    {
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((string s) => _calls.Add(s), Json)));
        Assert.Equal("", await Answer(HandlerWrapper.GetHandlerWrapper((string s) => Note(s), Json)));
        Assert.Equal("in", await Answer(HandlerWrapper.GetHandlerWrapper((string s) => Bytes(s), Json)));
        Assert.Equal(
            "in", await Answer(HandlerWrapper.GetHandlerWrapper(async (string s) => await Later(Bytes(s)), Json)));
        Assert.Equal("\"IN\"", await Answer(HandlerWrapper.GetHandlerWrapper((string s) => s.ToUpperInvariant(), Json)));
        Assert.Equal(
            "\"in\"", await Answer(HandlerWrapper.GetHandlerWrapper(async (string s) => await Later(s), Json)));

        Assert.Equal(
            "", await Answer(HandlerWrapper.GetHandlerWrapper((string s, ILambdaContext c) => _calls.Add(Id(c)), Json)));
        Assert.Equal(
            "", await Answer(HandlerWrapper.GetHandlerWrapper((string s, ILambdaContext c) => Note(Id(c)), Json)));
        Assert.Equal(
            "in", await Answer(HandlerWrapper.GetHandlerWrapper((string s, ILambdaContext c) => Bytes(s), Json)));
        Assert.Equal(
            "in",
            await Answer(HandlerWrapper.GetHandlerWrapper(
                async (string s, ILambdaContext c) => await Later(Bytes(s)), Json)));
        Assert.Equal(
            "\"in req\"",
            await Answer(HandlerWrapper.GetHandlerWrapper((string s, ILambdaContext c) => $"{s} {Id(c)}", Json)));
        Assert.Equal(
            "\"in\"",
            await Answer(HandlerWrapper.GetHandlerWrapper(async (string s, ILambdaContext c) => await Later(s), Json)));

        Assert.Equal(["in", "in", "req", "req"], _calls);
    }

    [Fact]
    public async Task A_method_group_is_taken_by_the_delegate_it_is_written_as()
    {
        Func<string, ILambdaContext, string> upper = Upper;
        var natural = Upper;

        Assert.Equal("\"IN\"", await Answer(HandlerWrapper.GetHandlerWrapper(upper, Json)));
        Assert.Equal("\"IN\"", await Answer(HandlerWrapper.GetHandlerWrapper(natural, Json)));
        Assert.Equal("\"IN\"", await Answer(HandlerWrapper.GetHandlerWrapper<string, string>(Upper, Json)));
    }

    [Fact]
    public void A_builder_takes_every_shape_that_a_wrapper_takes()
    {
        var wrapped = Shapes(typeof(HandlerWrapper), nameof(HandlerWrapper.GetHandlerWrapper));
        var built = Shapes(typeof(LambdaBootstrapBuilder), nameof(LambdaBootstrapBuilder.Create));

        Assert.Equal(37, wrapped.Count);
        Assert.Subset(built, wrapped);
        Assert.Equal(["Func`1[HandlerWrapper]", "HandlerWrapper", "LambdaBootstrapHandler"], built.Except(wrapped).Order());
    }

    [Fact]
    public void A_builder_is_configured_in_one_sentence()
    {
        using var client = new HttpClient();
        using var bootstrap = LambdaBootstrapBuilder
            .Create((string s, ILambdaContext c) => Upper(s, c), Json)
            .UseHttpClient(client)
            .UseBootstrapHandler(() => Task.FromResult(true))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = "127.0.0.1:1")
            .Build();
        using var byHand = new LambdaBootstrap(async invocation => new InvocationResponse(invocation.InputStream, false));

        Assert.NotSame(bootstrap, byHand);
    }

    private static string Upper(string input, ILambdaContext context) => input.ToUpperInvariant();

    private static string Id(ILambdaContext context) => context.AwsRequestId;

    private static string Text(Stream stream) => new StreamReader(stream).ReadToEnd();

#pragma warning disable CA1859 // The shape under test says Stream.
    private static Stream Bytes(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA1859

    private static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static SortedSet<string> Shapes(Type type, string method) =>
    [
        .. type.GetMethods().Where(found => found.Name == method).Select(found => string.Join(
            ", ", found.GetParameters().Select(parameter => Name(parameter.ParameterType)))),
    ];

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name}[{string.Join(',', type.GetGenericArguments().Select(Name))}]"
        : type.Name;

    private static async Task<string> Answer(HandlerWrapper wrapper)
    {
        using var invocation = new InvocationRequest { InputStream = Bytes("\"in\""), LambdaContext = Context };
        return Text((await wrapper.Handler(invocation)).OutputStream);
    }

    private Task Note(string call)
    {
        _calls.Add(call);
        return Task.CompletedTask;
    }
}
