using System.Diagnostics;
using System.Text.Json;
using Photos.Aws;
using Photos.Tests.Shared;
using Photos.Tests.Stores;

namespace Photos.Tests.Native;

/// <summary>The native executable answers through a Runtime API what the same functions answer elsewhere.</summary>
public sealed class NativeFunctionsTests : IClassFixture<NativeFunctions>
{
    private readonly NativeFunctions _functions;
    private readonly Dynalite _dynalite;

    public NativeFunctionsTests(NativeFunctions functions, Dynalite dynalite)
    {
        Assert.SkipWhen(NativeExecutable.Missing is not null, NativeExecutable.Missing ?? "");
        (_functions, _dynalite) = (functions, dynalite);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Publishing_warns_of_nothing() =>
        Assert.DoesNotContain("warning", _functions.Executable.Log, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Hello_is_answered()
    {
        await using var api = await RuntimeApi.StartAsync(Ct);
        using var process = Start("Hello", api, table: "none");

        var answer = await api.InvokeAsync(Event("GET", "/hello", """ "queryStringParameters":{"name":"Ada"}, """), Ct);
        process.Kill();

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Contains("Hello, Ada!", answer.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_is_listed_from_DynamoDB()
    {
        var table = await _dynalite.NewTableAsync(Ct);
        var photo = A.FullPhoto();
        await new DynamoPhotoStore(_dynalite.Client, table).AddAsync(photo, Ct);
        await using var api = await RuntimeApi.StartAsync(Ct);
        using var process = Start("ListPhotos", api, table);

        var answer = await api.InvokeAsync(Event("GET", "/photos"), Ct);
        process.Kill();

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        using var page = JsonDocument.Parse(answer.GetProperty("body").GetString()!);
        Assert.Equal(photo.Id.ToString(), page.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_body_is_read_and_refused_with_its_problem()
    {
        await using var api = await RuntimeApi.StartAsync(Ct);
        using var process = Start("CreateUpload", api, table: "none");

        var answer = await api.InvokeAsync(Event("POST", "/uploads", """ "body":"{\"name\":1}", """), Ct);
        process.Kill();

        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Contains("\"pointer\":\"/name\"", answer.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_leaves_its_line_with_metrics_and_without_the_callers_name()
    {
        await using var api = await RuntimeApi.StartAsync(Ct);
        using var process = Start("Hello", api, table: "none");
        var printed = new TaskCompletionSource<string>();
        process.OutputDataReceived += (_, line) => printed.TrySetResult(line.Data ?? "");

        await api.InvokeAsync(Event("GET", "/hello"), Ct);
        var line = await printed.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        process.Kill();

        using var told = JsonDocument.Parse(line);
        Assert.Equal("GET /hello", told.RootElement.GetProperty("route").GetString());
        Assert.Equal(1, told.RootElement.GetProperty("ColdStarts").GetInt32());
        Assert.Equal(12, told.RootElement.GetProperty("user").GetString()!.Length);
        Assert.DoesNotContain($"{A.Owner}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Nobody")]
    public async Task An_unknown_handler_ends_at_once_and_says_which_there_are(string? handler)
    {
        await using var api = await RuntimeApi.StartAsync(Ct);
        using var process = Start(handler, api, table: "none");

        var said = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("ListPhotos", said, StringComparison.Ordinal);
    }

    private static string Event(string method, string path, string more = "") =>
        $$$"""
        {"version":"2.0","routeKey":"{{{method}}} {{{path}}}","rawPath":"{{{path}}}","rawQueryString":"",
         "headers":{}, {{{more}}} "isBase64Encoded":false,
         "requestContext":{"requestId":"r-1","routeKey":"{{{method}}} {{{path}}}","stage":"$default","http":{"method":"{{{method}}}","path":"{{{path}}}"},
         "authorizer":{"jwt":{"claims":{"sub":"{{{A.Owner}}}","exp":"1"},"scopes":["photos/use"]} } } }
        """;

    private Process Start(string? handler, RuntimeApi api, string table) => _functions.Executable.Start(
        handler,
        api.Address,
        ("STAGE", "dev"),
        ("AWS_EMF_NAMESPACE", "Photos"),
        ("LOG_USER_KEY", "arn:aws:cloudformation:us-east-1:000000000000:stack/photos/1"),
        ("TABLE_NAME", table),
        ("PHOTO_BUCKET", "photos"),
        ("QUOTA_BYTES", "1000000"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_ENDPOINT_URL_DYNAMODB", _dynalite.Url));
}
