using System.Text.Json.Nodes;

namespace Lambda.Tests.OpenApi;

/// <summary>What a route's signature and comments say of it, as OpenAPI.</summary>
public sealed class RouteTests
{
    private const string Shop =
        """
        namespace App;

        public enum Colour { Red, Green }

        /// <summary>A thing for sale.</summary>
        public record Thing(string Name, int Price);

        /// <summary>What went wrong.</summary>
        public record Trouble(string Why);

        /// <summary>Things, <c>/things</c>.</summary>
        /// <response code="4XX" contentType="application/problem+json"><see cref="Trouble"/> A refusal.</response>
        public class ThingFunctions
        {
            /// <summary>Things of
            /// some <see cref="Colour"/>.</summary>
            /// <remarks>All of them.<para>Or <c>none</c>.</para></remarks>
            /// <param name="limit" minimum="1" maximum="9">How many.</param>
            /// <param name="colours">Any of <paramref name="colours"/>.</param>
            /// <returns>The things.</returns>
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/shops/{shop}/things")]
            public Task<IReadOnlyList<Thing>> List(
                Guid shop,
                [FromQuery] int limit = 5,
                [FromQuery] List<Colour>? colours = null,
                [FromQuery(Name = "since")] DateOnly? day = null,
                [FromHeader(Name = "x-trace")] string? trace = null) => throw new Exception();

            /// <summary>Adds.</summary>
            /// <param name="thing">What to add.</param>
            [LambdaFunction, HttpApi(LambdaHttpMethod.Post, "/things")]
            public void Add([FromBody] Thing thing) { }

            /// <summary>Looks.</summary>
            /// <param name="request"><see cref="Thing"/> What it was.</param>
            /// <header name="if-match" required="true">What the caller saw.</header>
            /// <response code="200"><see cref="Thing"/>[] All. <header name="etag">A tag.</header></response>
            /// <response code="204">None.</response>
            /// <response code="404"/>
            /// <response code="409">Busy: "now".</response>
            /// <response code="418" contentType="text/plain"><see cref="string"/> A teapot.</response>
            [LambdaFunction, HttpApi(LambdaHttpMethod.Put, "/things/{rest+}")]
            public IHttpResult Look(APIGatewayHttpApiV2ProxyRequest request, string rest) => HttpResults.Ok();

            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/text"), Obsolete("Use another.")]
            public string Text() => "";
        }
        """;

    [Fact]
    public Task Every_kind_of_route_makes_a_valid_document() => DescribedApi.Of(Shop).IsValidAsync();

    [Fact]
    public void A_routes_description_is_what_was_looked_at_once() =>
        Snapshot.Matches(DescribedApi.Text(DescribedApi.Of(Shop).Document["paths"]!));

    [Fact]
    public void A_project_may_say_once_for_all_routes_what_a_refusal_is()
    {
        var api = DescribedApi.Of(
            """
            namespace App;

            public record Trouble(string Why);

            /// <response code="4XX"><see cref="Trouble"/> A refusal.</response>
            /// <response code="503">Later.</response>
            [LambdaStartup]
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services) { }
            }

            public class Functions
            {
                /// <response code="200">Fine.</response>
                /// <response code="404">Nothing.</response>
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/")]
                public IHttpResult Get() => HttpResults.Ok();
            }
            """);

        var answers = api.Operation("get", "/")["responses"]!;
        Assert.Null(answers["200"]!["content"]);
        Assert.Null(answers["4XX"]);
        Assert.Equal("#/components/schemas/Trouble", Reference(answers["404"]!));
        Assert.StartsWith("Later.", answers["503"]!["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_of_any_method_is_described_under_each_that_has_none_of_its_own()
    {
        var api = DescribedApi.Of(
            """
            namespace App;

            public class Functions
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Any, "/")]
                public string All() => "";

                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/")]
                public string One() => "";
            }
            """);

        await api.IsValidAsync();
        var ids = ((JsonObject)api.Document["paths"]!["/"]!).Select(each => $"{each.Key} {each.Value!["operationId"]}");
        Assert.Equal(
            [
                "delete All.delete", "get One", "head All.head", "options All.options", "patch All.patch",
                "post All.post", "put All.put",
            ],
            ids.Order());
    }

    [Fact]
    public void Functions_of_one_name_have_ids_of_their_own()
    {
        const string One =
            """
            namespace App;
            public class One { [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/one")] public string Get() => ""; }
            """;

        var api = DescribedApi.Of(
            One, One.Replace("One", "Two", StringComparison.Ordinal).Replace("/one", "/two", StringComparison.Ordinal));

        Assert.Equal("App.One.Get", api.Operation("get", "/one")["operationId"]!.ToString());
        Assert.Equal("App.Two.Get", api.Operation("get", "/two")["operationId"]!.ToString());
    }

    private static string Reference(JsonNode answer) =>
        answer["content"]!["application/json"]!["schema"]!["$ref"]!.ToString();
}
