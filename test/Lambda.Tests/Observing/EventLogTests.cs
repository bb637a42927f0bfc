using System.Text;

namespace Lambda.Tests.Observing;

public sealed class EventLogTests
{
    [Fact]
    public void A_request_leaves_one_line_that_is_read_and_measured()
    {
        var line = Told.Line(Told.Request("GET /orders/{id}"), """{"statusCode":404}""");

        var user = Told.Members(line).GetProperty("user").GetString()!;
        Assert.Equal(
            OneLine(
                $$"""
                {"_aws":{"Timestamp":1795251600000,"CloudWatchMetrics":[{"Namespace":"Shop","Dimensions":[["stage"]],"Metrics":[
                {"Name":"Duration","Unit":"Milliseconds"},{"Name":"ServerErrors","Unit":"Count"},
                {"Name":"ClientErrors","Unit":"Count"},{"Name":"ColdStarts","Unit":"Count"}]}]},
                "stage":"prod","route":"GET /orders/{id}","status":404,"ms":12.35,"user":"{{user}}",
                "requestId":"Ab-1_c=","invocation":"inv-1","cold":true,
                "Duration":12.35,"ServerErrors":0,"ClientErrors":1,"ColdStarts":1}
                """),
            line);
    }

    [Fact]
    public void An_event_that_nobody_waits_for_is_told_by_its_functions_name()
    {
        var line = Told.Line("""{"Records":[{"s3":{"object":{"key":"u/secret"}}}]}""", "", "IOException");

        Assert.Equal(
            OneLine(
                """
                {"_aws":{"Timestamp":1795251600000,"CloudWatchMetrics":[{"Namespace":"Shop","Dimensions":[["stage"]],"Metrics":[
                {"Name":"EventFailures","Unit":"Count"}]}]},"stage":"prod","function":"shop-Orders-Xyz","ms":12.35,
                "invocation":"inv-1","cold":true,"error":"IOException","EventFailures":1}
                """),
            line);
    }

    [Fact]
    public void Every_metric_that_a_line_declares_is_a_number_of_the_line()
    {
        foreach (var asked in new[] { Told.Request("GET /"), "{}" })
        {
            var line = Told.Members(Told.Line(asked));

            var declared = line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];
            Assert.All(
                declared.GetProperty("Metrics").EnumerateArray(),
                metric => line.GetProperty(metric.GetProperty("Name").GetString()!).GetDouble());
            Assert.All(
                declared.GetProperty("Dimensions")[0].EnumerateArray(),
                dimension => line.GetProperty(dimension.GetString()!).GetString());
        }
    }

    [Theory]
    [InlineData("""{"statusCode":200}""", null, 200, 0, 0)]
    [InlineData("""{"headers":{"statusCode":1},"statusCode":499}""", null, 499, 0, 1)]
    [InlineData("""{"statusCode":503}""", null, 503, 1, 0)]
    [InlineData("", "OutOfMemoryException", 500, 1, 0)]
    [InlineData("\"text\"", null, 200, 0, 0)]
    [InlineData("[", null, 200, 0, 0)]
    [InlineData("""{"\ud800":1,"statusCode":404}""", null, 404, 0, 1)]
    public void The_status_is_what_the_gateway_makes_of_the_answer(
        string answer, string? error, int status, int serverErrors, int clientErrors)
    {
        var line = Told.Members(Told.Line(Told.Request("GET /"), answer, error));

        Assert.Equal(status, line.GetProperty("status").GetInt32());
        Assert.Equal(serverErrors, line.GetProperty("ServerErrors").GetInt32());
        Assert.Equal(clientErrors, line.GetProperty("ClientErrors").GetInt32());
        Assert.Equal(error, line.TryGetProperty("error", out var kind) ? kind.GetString() : null);
    }

    [Fact]
    public void A_request_in_payload_1_is_told_by_method_and_resource()
    {
        var line = Told.Members(Told.Line(
            $$$"""
            {"version":"1.0","resource":"/orders/{id}","path":"/orders/17","httpMethod":"PUT",
             "requestContext":{"authorizer":{"claims":{"sub":"{{{Told.Subject}}}"}},"requestId":"r","path":"/orders/17",
             "resourcePath":"/orders/{id}","httpMethod":"PUT"} }
            """));

        Assert.Equal("PUT /orders/{id}", line.GetProperty("route").GetString());
        Assert.Equal("r", line.GetProperty("requestId").GetString());
        Assert.True(line.TryGetProperty("user", out _));
    }

    [Theory]
    [InlineData("""{"type":"REQUEST","requestContext":{"routeKey":"GET /"}}""")]
    [InlineData("""{"version":"2.0","type":"REQUEST","requestContext":{"routeKey":"GET /"}}""")]
    [InlineData("""{"routeKey":"GET /"}""")]
    [InlineData("""{"requestContext":"none"}""")]
    [InlineData("""{"requestContext":{"routeKey":"\ud800"}}""")]
    [InlineData("""{"requestContext":{"routeKey":"GET /\n"}}""")]
    [InlineData("""{"requestContext":{"routeKey":17}}""")]
    [InlineData("""{"requestContext":{"routeKey":"GET /","nonsense"}}""")]
    [InlineData("[{}]")]
    [InlineData("\"requestContext\"")]
    [InlineData("{")]
    [InlineData("")]
    public void What_is_no_request_of_a_route_is_an_event(string asked)
    {
        var line = Told.Members(Told.Line(asked));

        Assert.Equal("shop-Orders-Xyz", line.GetProperty("function").GetString());
        Assert.False(line.TryGetProperty("route", out _));
    }

    [Theory]
    [InlineData("""{ "headers" : { "a" : "b" }, "requestContext" : { "routeKey" : "GET /orders/{id}" } }""")]
    [InlineData("""{"queryStringParameters":{"requestContext":"{\"routeKey\":\"GET /\"}"},"requestContext":{"routeKey":"GET /orders/{id}"}}""")]
    [InlineData("""{"headers":{"a":"\"requestContext\":{\"routeKey\":\"GET /\"}"},"requestContext":{"routeKey":"GET /orders/{id}"}}""")]
    [InlineData("""{"queryStringParameters":{"type":"REQUEST"},"requestContext":{"routeKey":"GET /orders/{id}"}}""")]
    [InlineData("""{"requestContext":{"http":{"routeKey":"GET /"},"routeKey":"GET /orders/\u007bid\u007d"},"body":"{\"requestContext\":{}}"}""")]
    public void A_route_is_found_wherever_the_gateway_says_it_and_nowhere_else(string asked) =>
        Assert.Equal("GET /orders/{id}", Told.Members(Told.Line(asked)).GetProperty("route").GetString());

    [Fact]
    public void Without_a_namespace_there_are_no_metrics_and_without_a_stage_no_dimension()
    {
        var bare = Told.Log(new());
        var alone = Told.Log(Told.Options with { Stage = null });

        Assert.False(bare.HasMetrics);
        Assert.Equal(
            """{"route":"GET /","status":200,"ms":12.35,"requestId":"Ab-1_c=","invocation":"inv-1","cold":true}""" + "\n",
            Told.Line(Told.Request("GET /"), log: bare));
        Assert.Contains("\"Dimensions\":[[]]", Told.Line(Told.Request("GET /"), log: alone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_costs_no_memory()
    {
        var log = Told.Log();
        var asked = Encoding.UTF8.GetBytes(Told.Request("GET /orders/{id}"));
        var outcome = Told.Outcome("""{"statusCode":200}""");
        log.Line(Told.Now, asked, outcome);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < 1000; at++)
            log.Line(Told.Now, asked, outcome);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string OneLine(string text) => text.Replace("\n", "", StringComparison.Ordinal) + "\n";
}
