using System.Text;
using Lambda.Local.Isolated;

namespace Lambda.Tests.Isolated;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("""{"errorType":"Photo.Missing","errorMessage":"no such photo"}""", "", "Photo.Missing: no such photo")]
    [InlineData("""{"errorMessage":"no such photo"}""", "Runtime.Other", "no such photo")]
    [InlineData("""{"errorType":"Photo.Missing"}""", "Runtime.Other", "Photo.Missing")]
    [InlineData("{}", "Runtime.Other", "Runtime.Other")]
    [InlineData("no JSON", "Runtime.Other", "Runtime.Other")]
    [InlineData("""{"errorMessage":"\ud800"}""", "Runtime.Other", "Runtime.Other")]
    [InlineData("[]", "", "it did not say why.")]
    public void What_a_process_says_of_its_failure_is_the_body_and_else_the_header(
        string body, string header, string told) =>
        Assert.Equal(told, ErrorText.Of(Encoding.UTF8.GetBytes(body), header));
}
