using System.Text.Json.Nodes;
using Lambda.Template;
using Lambda.Template.Manifest;
using static Lambda.Tests.Template.TemplateFolder;

namespace Lambda.Tests.Template;

/// <summary>The APIs that exist because code declares authorizers, tokens or CORS.</summary>
public sealed class ApiMergeTests : IDisposable
{
    private readonly TemplateFolder _template = new();

    public void Dispose() => _template.Dispose();

    [Fact]
    public void A_manifest_with_everything_makes_a_template_with_everything()
    {
        _template.Write(FunctionManifest.Parse(
            """
            {"runtime":"dotnet10","functions":[
              {"id":"Check","handler":"Shop::App.Check::Check","package":"Zip","events":[]},
              {"id":"Photos","handler":"Shop::App.Photos::Get","package":"Zip","events":[
                {"name":"RootGet","type":"HttpApi","properties":[["Path","/photos"],["Method","GET"],["Auth.Authorizer","Check"]]}]},
              {"id":"Old","handler":"Shop::App.Old::Get","package":"Zip","events":[
                {"name":"RootGet","type":"Api","properties":[["Path","/old"],["Method","GET"]]}]},
              {"id":"Url","handler":"Shop::App.Url::Get","package":"Zip","events":[],
                "functionUrl":{"AuthType":"NONE","Cors":{"AllowOrigins":["*"]}},"environment":{"A":{"Ref":"B"}},
                "statements":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}]}],
             "authorizers":[
              {"api":"HttpApi","name":"Check","function":"Check","properties":[
                ["AuthorizerPayloadFormatVersion","2.0"],["EnableSimpleResponses",true],["Identity.Headers",["Authorization"]],
                ["EnableFunctionDefaultPermissions",true]]},
              {"api":"RestApi","name":"Check","function":"Check","properties":[["Identity.Header","X"],["FunctionPayloadType","TOKEN"]]}],
             "jwt":[{"name":"People","issuer":"https://people","audience":["photos",{"Ref":"Client"}],"header":"X-Token"}],
             "cors":{"AllowOrigins":["https://site"],"MaxAge":60},
             "openapi":{"openapi":"3.1.0"}}
            """));

        Snapshot.Matches(_template.Text);
    }

    [Fact]
    public void Without_the_last_declaration_the_apis_go_and_with_them_the_references()
    {
        _template.Write(Guarded);
        Assert.Equal("AnnotationsHttpApi", Reference("ListPhotos"));

        _template.Write(List);

        Assert.Equal(["ListPhotos"], _template.Resources.Select(resource => resource.Key));
        Assert.Null(_template.Properties()["Events"]!["RootGet"]!["Properties"]!["ApiId"]);
        Assert.Equal("""["Path","Method"]""", _template.Metadata()["SyncedEventProperties"]!["RootGet"]!.ToJsonString());
    }

    [Fact]
    public void What_people_added_to_the_api_stays_and_keeps_it()
    {
        _template.Write(Guarded);
        _template.Text = _template.Text.Replace(
            "\"Authorizers\": {", "\"Authorizers\": {\n            \"Mine\": { \"JwtConfiguration\": {} },", StringComparison.Ordinal);

        _template.Write(List);

        Assert.Equal(
            """{"Auth":{"Authorizers":{"Mine":{"JwtConfiguration":{}}}}}""",
            _template.Properties("AnnotationsHttpApi").ToJsonString());
        Assert.Equal("AnnotationsHttpApi", Reference("ListPhotos"));
    }

    [Fact]
    public void Another_declaration_takes_the_place_of_the_one_before()
    {
        _template.Write(Guarded with { Jwt = [new("Old", "https://old", ["a"])], Cors = new() { ["MaxAge"] = 1, ["AllowCredentials"] = true } });

        _template.Write(Manifest(List) with { Jwt = [new("New", "https://new", ["a"])], Cors = new() { ["MaxAge"] = 2 } });

        Assert.Equal(
            """{"Auth":{"Authorizers":{"New":{"IdentitySource":"$request.header.Authorization","JwtConfiguration":{"issuer":"https://new","audience":["a"]}}}},"CorsConfiguration":{"MaxAge":2}}""",
            _template.Properties("AnnotationsHttpApi").ToJsonString());
        Assert.Equal(
            """{"Tool":"Amazon.Lambda.Annotations","SyncedJwtAuthorizers":["New"],"SyncedCors":["MaxAge"]}""",
            _template.Metadata("AnnotationsHttpApi").ToJsonString());
    }

    [Fact]
    public void An_authorizer_loses_what_code_no_longer_says_of_it_and_keeps_what_people_say()
    {
        ManifestAuthorizer Guard(params ManifestProperty[] properties) => new(false, "Check", "Check", properties);
        _template.Write(Guarded with { Authorizers = [Guard(new("AuthorizerResultTtlInSeconds", 5), new("Identity.Headers", new JsonArray("A")))] });
        _template.Text = _template.Text.Replace("\"Headers\"", "\"Context\": [],\n                \"Headers\"", StringComparison.Ordinal);

        _template.Write(Guarded with { Authorizers = [Guard(new ManifestProperty("EnableSimpleResponses", true))] });

        Assert.Equal(
            """{"FunctionArn":{"Fn::GetAtt":["Check","Arn"]},"Identity":{"Context":[]},"EnableSimpleResponses":true}""",
            _template.Properties("AnnotationsHttpApi")["Auth"]!["Authorizers"]!["Check"]!.ToJsonString());
    }

    [Fact]
    public void A_route_that_people_put_on_their_own_api_stays_there_unless_code_gives_it_an_authorizer()
    {
        _template.Write(List);
        _template.Text = _template.Text.Replace(
            "\"Method\": \"GET\"", "\"Method\": \"GET\",\n              \"ApiId\": { \"Ref\": \"Mine\" }", StringComparison.Ordinal);

        _template.Write(Guarded);
        Assert.Equal("Mine", Reference("ListPhotos"));

        var authorized = List with { Events = [Route("RootGet", "GET", new ManifestProperty("Auth.Authorizer", "Check"))] };
        _template.Write(Guarded with { Functions = [authorized, Checker] });
        Assert.Equal("AnnotationsHttpApi", Reference("ListPhotos"));
    }

    [Fact]
    public void An_api_of_that_name_that_people_wrote_is_refused_with_advice()
    {
        const string Own = """{"Resources":{"AnnotationsHttpApi":{"Type":"AWS::Serverless::HttpApi"}}}""";
        _template.Text = Own;

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(Guarded));

        Assert.Contains("Resources.AnnotationsHttpApi was written by hand", error.Message, StringComparison.Ordinal);
        Assert.Equal(Own, _template.Text);
        Assert.True(_template.Write(List));
        Assert.Equal("AnnotationsHttpApi", Reference("ListPhotos"));
    }

    [Theory]
    [InlineData("""{"Resources":[]}""", "$.Resources")]
    [InlineData("""{"Resources":{"ListPhotos":{"Type":"AWS::Serverless::Function","Metadata":{"Tool":"Amazon.Lambda.Annotations"},"Properties":"x"}}}""", "$.Resources.ListPhotos.Properties")]
    public void What_is_no_object_where_one_belongs_is_named_and_not_overwritten(string text, string place)
    {
        _template.Text = text;

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(List));

        Assert.EndsWith($"{place} should be an object, with names and values.", error.Message, StringComparison.Ordinal);
        Assert.Equal(text, _template.Text);
    }

    [Fact]
    public void The_second_merge_of_everything_changes_nothing()
    {
        var manifest = Guarded with { Jwt = [new("People", "https://people", ["a"])], Cors = new() { ["MaxAge"] = 1 } };
        _template.Write(manifest);

        Assert.False(_template.Write(manifest));
    }

    private static ManifestFunction Checker => new("Check", "bootstrap", []) { Name = "Check" };

    private static FunctionManifest Guarded => Manifest(List, Checker) with
    {
        Authorizers = [new(false, "Check", "Check", [new("EnableSimpleResponses", true)])],
    };

    private string? Reference(string function) =>
        _template.Properties(function)["Events"]!["RootGet"]!["Properties"]!["ApiId"]!["Ref"]!.ToString();
}
