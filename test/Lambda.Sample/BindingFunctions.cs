using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Lambda.Sample;

/// <summary>Where arguments come from.</summary>
public sealed class BindingFunctions(Shop shop)
{
    [LambdaFunction(ResourceName = "Query")]
    [HttpApi(LambdaHttpMethod.Get, "/query")]
    public string Query(
        [FromQuery] string text,
        [FromQuery] Guid? id,
        [FromQuery] Colour colour,
        [FromQuery] List<int> numbers,
        [FromQuery] DateOnly day,
        [FromQuery] TimeSpan time,
        [FromQuery] int page = 7) =>
        FormattableString.Invariant($"{text} {id} {colour} {numbers.Sum()} {day:O} {time} {page}");

    [LambdaFunction(ResourceName = "Path")]
    [HttpApi(LambdaHttpMethod.Get, "/path/{number}/{rest+}")]
    public string Path(long number, string rest, [FromHeader(Name = "x-colour")] Colour[] colours) =>
        $"{number} {rest} {string.Join('+', colours)}";

    [LambdaFunction(ResourceName = "Body")]
    [HttpApi(LambdaHttpMethod.Post, "/body")]
    public Task<Order> Body([FromBody] Order order) => Task.FromResult(order with { Count = order.Count + 1 });

    [LambdaFunction(ResourceName = "Text")]
    [HttpApi(LambdaHttpMethod.Put, "/text")]
    public async Task<IHttpResult> Text([FromBody] string text, [FromServices] Basket basket, CancellationToken ct)
    {
        await Task.Delay(TimeSpan.Zero, ct);
        basket.Count += text.Length;
        return HttpResults.Created($"/text/{basket.Count}", shop.Name).AddHeader("x-length", $"{basket.Count}")
            .AddCookie("theme=dark; Path=/")
            .AddCookie("size=large");
    }

    [LambdaFunction(ResourceName = "Whole")]
    [HttpApi(LambdaHttpMethod.Any, "/whole")]
    public APIGatewayHttpApiV2ProxyResponse Whole(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        new() { StatusCode = 203, Body = $"{request.RawPath} {context.AwsRequestId}" };

    [LambdaFunction(ResourceName = "FirstPayload")]
    [HttpApi(LambdaHttpMethod.Get, "/first", Version = HttpApiVersion.V1)]
    public IHttpResult FirstPayload([FromQuery] int[] numbers) =>
        HttpResults.Ok(new Order("sum", numbers.Sum())).AddCookie("a=1").AddCookie("b=2");

    [LambdaFunction(ResourceName = "Rest")]
    [RestApi(LambdaHttpMethod.Get, "/rest/{id}")]
    public Order Rest(Guid id) => new($"{id}", 1);

    [LambdaFunction(ResourceName = "Url")]
    [FunctionUrl]
    public string Url([FromQuery] List<int> numbers) => $"{numbers.Sum()}";
}
