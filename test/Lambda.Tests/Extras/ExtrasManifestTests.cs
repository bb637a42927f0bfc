using System.Text.Json;

namespace Lambda.Tests.Extras;

/// <summary>What attributes of our own come to in the manifest.</summary>
public sealed class ExtrasManifestTests
{
    [Fact]
    public void Everything_reaches_the_manifest() => Snapshot.Matches(Manifest(
        """
        [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/photos"), AuthorizedBy("SignIn", "photos/use", "photos/admin")]
        [EnvironmentVariable("PHOTOS_TABLE", "@Photos"), EnvironmentVariable("PAGE_SIZE", "50")]
        [PolicyStatement("@Photos", "dynamodb:GetItem", "dynamodb:Query")]
        [PolicyStatement("@Photos/index/*", "dynamodb:Query")]
        public string ListPhotos() => "";

        [LambdaFunction(Policies = "AWSLambdaBasicExecutionRole"), PolicyStatement("*", "s3:ListAllMyBuckets")]
        public string Sweep() => "";
        """,
        """
        [assembly: JwtAuthorizer("SignIn", "https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}", "@SiteClient", "mobile")]
        [assembly: JwtAuthorizer("Partners", "https://login.example", "photos", Header = "X-Token")]
        [assembly: HttpApiCors("@SiteUrl", "https://photos.example:8443", AllowMethods = [LambdaHttpMethod.Get, LambdaHttpMethod.Patch],
            AllowHeaders = ["authorization", "content-type"], ExposeHeaders = ["etag"], AllowCredentials = true, MaxAge = 600)]
        """).Split(",\"openapi\":")[0]);

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("a@b", "\"a@b\"")]
    [InlineData("@@home", "\"@home\"")]
    [InlineData("@Photos", """{"Ref":"Photos"}""")]
    [InlineData("@AWS::Region", """{"Ref":"AWS::Region"}""")]
    [InlineData("@Photos.Arn", """{"Fn::GetAtt":["Photos","Arn"]}""")]
    [InlineData("@Nested.Outputs.Url", """{"Fn::GetAtt":["Nested","Outputs.Url"]}""")]
    [InlineData("https://${Host}/", """{"Fn::Sub":"https://${Host}/"}""")]
    public void A_variable_has_a_text_or_what_the_template_finds(string value, string json)
    {
        var function = OnlyFunction($"[LambdaFunction, EnvironmentVariable(\"NAME\", \"{value}\")] public void Run() {{ }}");

        Assert.Equal(json, function.GetProperty("environment").GetProperty("NAME").GetRawText());
    }

    [Theory]
    [InlineData("*", "\"*\"")]
    [InlineData("arn:aws:s3:::pictures/*", "\"arn:aws:s3:::pictures/*\"")]
    [InlineData("arn:${AWS::Partition}:s3:::x", """{"Fn::Sub":"arn:${AWS::Partition}:s3:::x"}""")]
    [InlineData("${TableArn}", """{"Fn::Sub":"${TableArn}"}""")]
    [InlineData("@Photos", """{"Fn::GetAtt":["Photos","Arn"]}""")]
    [InlineData("@Photos.StreamArn", """{"Fn::GetAtt":["Photos","StreamArn"]}""")]
    [InlineData("@Photos/index/*", """{"Fn::Sub":"${Photos.Arn}/index/*"}""")]
    [InlineData("@Bucket/in/${Stage}.jpg", """{"Fn::Sub":"${Bucket.Arn}/in/${Stage}.jpg"}""")]
    [InlineData("@Logs:*", """{"Fn::Sub":"${Logs.Arn}:*"}""")]
    [InlineData("@Photos.StreamArn/*", """{"Fn::Sub":"${Photos.StreamArn}/*"}""")]
    public void A_statement_is_about_an_arn(string resource, string json)
    {
        var function = OnlyFunction($"[LambdaFunction, PolicyStatement(\"{resource}\", \"a:B\")] public void Run() {{ }}");

        Assert.Equal(
            $$"""[{"Effect":"Allow","Action":["a:B"],"Resource":{{json}}}]""",
            function.GetProperty("statements").GetRawText());
    }

    [Fact]
    public void Nothing_said_is_nothing_written()
    {
        var manifest = Manifest("[LambdaFunction] public void Run() { }", "");

        Assert.All(
            ["jwt", "cors", "environment", "statements", "Auth"],
            name => Assert.DoesNotContain(name, manifest, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"HandWritten\"", "HandWritten")]
    [InlineData("AuthorizedByAttribute.Nobody", "NONE")]
    public void An_authorizer_of_the_template_is_believed_when_code_declares_none(string argument, string name)
    {
        var function = OnlyFunction(ExtrasRun.Route + $"[AuthorizedBy({argument})] public string Run() => \"\";");

        Assert.Equal(
            $$"""[["Path","/"],["Method","GET"],["Auth.Authorizer","{{name}}"]]""",
            function.GetProperty("events")[0].GetProperty("properties").GetRawText());
    }

    private static JsonElement OnlyFunction(string member)
    {
        var json = Manifest(member, "").Split("\"\"\"")[1];
        return JsonDocument.Parse(json).RootElement.GetProperty("functions")[0];
    }

    private static string Manifest(string members, string assembly)
    {
        var run = ExtrasRun.Of(members, assembly);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());
        return run.Generated("Manifest.g.cs");
    }
}
