using Photos.Tests.Shared;

namespace Photos.Tests.Logs;

/// <summary>The scan of the logs sees a leak when there is one.</summary>
public sealed class LeaksTests
{
    [Theory]
    [InlineData("GET http://localhost:5082/photos/u/1?X-Amz-Signature=0a1b 200 1 ms")]
    [InlineData("?x=1&X-Amz-Credential=AKIA%2F")]
    [InlineData("next: %3FX-Amz-Security-Token%3DIQoJ")]
    [InlineData("""{"headers":{"x":"eyJhbGciOiJSUzI1NiJ9.e30.x"}}""")]
    [InlineData("authorization: Bearer 0123456789abcdef")]
    [InlineData("""{\"refresh_token\":\"abc\"}""")]
    [InlineData("GET /?code=4711")]
    [InlineData("password=hunter2")]
    [InlineData("""{"place":{"latitude":59.9,"longitude":10.6}}""")]
    [InlineData("user 0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4f5 signed in")]
    public void A_planted_leak_is_found(string line) =>
        Assert.Single(Leaks.Find(["GET /photos 200 1 ms", line], ["0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4f5"]));

    [Theory]
    [InlineData("GET /photos/01J00000000000000000000000 200 3 ms")]
    [InlineData("cannot read https://media/u/1?X-Amz-Credential=***&X-Amz-Signature=***")]
    [InlineData("Authorization: Bearer ***, Password=***")]
    [InlineData("Status code: 404, exit code=1, the token is no token")]
    [InlineData("""{"route":"GET /hello","status":200,"ms":59.91,"requestId":"eyJ4-uFwmt0ZanY=","cold":true}""")]
    [InlineData("""{"route":"GET /hello","status":200,"ms":59.91,"requestId":"eYj4-uFwmt0ZanY=","user":"EYJRodBRimEg"}""")]
    public void Ordinary_lines_are_no_leaks(string line) => Assert.Empty(Leaks.Find([line], ["0190a5e2"]));
}
