using System.Text.Json;
using Photos.Tests.Shared;

namespace Photos.Tests.House;

/// <summary>openapi.json and serverless.template have the same routes, guarded alike.</summary>
public sealed class OpenApiTests : IDisposable
{
    private readonly JsonDocument _template = Read("serverless.template");
    private readonly JsonDocument _document = Read("openapi.json");

    [Fact]
    public void Every_route_of_the_template_is_described_and_every_described_route_is_one() =>
        Assert.Equal(Routes().Select(route => route.Name).Order(), Operations().Select(each => each.Name).Order());

    [Fact]
    public void A_route_is_open_in_both_or_in_neither()
    {
        var open = Routes().Where(route => route.Value.TryGetProperty("Auth", out _)).Select(route => route.Name);

        var described = Operations().Where(each => each.Value.GetProperty("security").GetArrayLength() == 0);
        Assert.Equal(open.Order(), described.Select(each => each.Name).Order());
    }

    [Fact]
    public void Every_route_its_answers_and_its_parameters_are_told_in_words()
    {
        foreach (var (name, operation) in Operations())
        {
            Assert.True(operation.TryGetProperty("summary", out _), name);
            Assert.DoesNotContain("default", Members(operation.GetProperty("responses")));
            Assert.Contains(Members(operation.GetProperty("responses")), code => code[0] == '2');
            if (operation.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray(), each => Assert.Contains("description", Members(each)));
        }
    }

    public void Dispose()
    {
        _template.Dispose();
        _document.Dispose();
    }

    private static JsonDocument Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, file)));

    private static IEnumerable<string> Members(JsonElement element) =>
        element.EnumerateObject().Select(member => member.Name);

    private IEnumerable<(string Name, JsonElement Value)> Routes() =>
        from resource in _template.RootElement.GetProperty("Resources").EnumerateObject()
        where resource.Value.GetProperty("Type").GetString() == "AWS::Serverless::Function"
        from found in resource.Value.GetProperty("Properties").GetProperty("Events").EnumerateObject()
        let properties = found.Value.GetProperty("Properties")
        where found.Value.GetProperty("Type").GetString() is "HttpApi"
        select ($"{properties.GetProperty("Method")} {properties.GetProperty("Path")}", properties);

    private IEnumerable<(string Name, JsonElement Value)> Operations() =>
        from path in _document.RootElement.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select ($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value);
}
