using Amazon.Lambda.Observing;

namespace Lambda.Tests.Observing;

public sealed class MaskedTextTests
{
    [Theory]
    [InlineData(
        "GET https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIA1%2F20261121&X-Amz-Signature=9f8e failed",
        "GET https://b.s3.amazonaws.com/k?X-Amz-Credential=***&X-Amz-Signature=*** failed")]
    [InlineData("X-Amz-Security-Token=IQoJb3Jp==", "X-Amz-Security-Token=***")]
    [InlineData("invalid: eyJhbGciOi.eyJzdWIi.c2ln.", "invalid: ***")]
    [InlineData("Authorization: Bearer 0123456789abcdef", "Authorization: Bearer ***")]
    [InlineData("basic dXNlcjpwYXNzd29yZA==, then", "basic ***, then")]
    [InlineData("""{"refresh_token":"abc","password" : "p w","a":1}""", """{"refresh_token":"***","password" : "*** w","a":1}""")]
    [InlineData("""{\"access_token\":\"abc\"}""", """{\"access_token\":\"***\"}""")]
    [InlineData("/?state=1&code=4711-abc&x=1", "/?state=1&code=***&x=1")]
    [InlineData("?redirect=%3FX-Amz-Signature%3D9f8e", "?redirect=%3FX-Amz-Signature%3D***")]
    [InlineData("SECRET=a TOKEN: b", "SECRET=*** TOKEN: ***")]
    [InlineData("token=", "token=")]
    public void What_opens_doors_is_masked(string text, string shown) => Assert.Equal(shown, MaskedText.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("3 photos of ada")]
    [InlineData("The security token included in the request is expired")]
    [InlineData("a Bearer token is needed")]
    [InlineData("greyjoy")]
    [InlineData("Status code: 404, exit code=1")]
    [InlineData("   at Shop.Sign(CancellationToken ct, String password)")]
    [InlineData("signature")]
    public void Prose_stays_as_it_is(string text) => Assert.Equal(text, MaskedText.Of(text));

    [Fact]
    public void What_was_masked_once_is_masked()
    {
        string[] parts =
            ["token", "Password", "X-Amz-Signature", "=", ":", "%3D", "\"", "\\\"", " ", "&", "?code=", "Bearer ", "eyJ", "abcdefghijklm", "\n"];
        var random = new Random(31);

        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));

            var shown = MaskedText.Of(text);

            Assert.Equal(shown, MaskedText.Of(shown));
        }
    }
}
