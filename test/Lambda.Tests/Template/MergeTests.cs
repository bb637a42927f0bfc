using System.Text.Json.Nodes;
using Lambda.Template;
using Lambda.Template.Manifest;

namespace Lambda.Tests.Template;

/// <summary>serverless.template and the code: what is written, what is kept, what goes.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merge tests ").FullName;

    private string TemplatePath => Path.Combine(_folder, "serverless.template");

    private string Text
    {
        get => File.ReadAllText(TemplatePath);
        set => File.WriteAllText(TemplatePath, value);
    }

    private JsonNode Json => JsonNode.Parse(Text)!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_template_has_each_function_with_its_route()
    {
        Write(Photos, Cleaning);

        Snapshot.Matches(Text);
    }

    [Fact]
    public void Writing_twice_changes_no_byte_and_does_not_touch_the_file()
    {
        Write(Photos, Cleaning);
        var (text, written) = (Text, File.GetLastWriteTimeUtc(TemplatePath));

        Assert.False(Write(Photos, Cleaning));

        Assert.Equal((text, written), (Text, File.GetLastWriteTimeUtc(TemplatePath)));
    }

    [Fact]
    public void Without_functions_no_template_is_made()
    {
        Assert.False(Write());

        Assert.False(File.Exists(TemplatePath));
    }

    [Fact]
    public void What_people_wrote_stays_byte_for_byte()
    {
        Write(Photos);
        Text = Text
            .Replace(
                "\"Resources\": {",
                """
                "Parameters": { "Stage" : {"Type":"String"} }, // a word
                  "Resources": {
                    "Table":{ "Type": "AWS::DynamoDB::Table","Count": 1e3, "Text": "\/ü" },
                """,
                StringComparison.Ordinal)
            .Replace("\"MemorySize\": 512", "\"MemorySize\": 1024,\n\n  \"Layers\": [ \"x\" ]", StringComparison.Ordinal)
            .Replace("\"Method\": \"GET\"", "\"Method\": \"GET\", \"Auth\": { \"Scopes\": [] }", StringComparison.Ordinal);
        var edited = Text;

        Assert.False(Write(Photos));
        Assert.Equal(edited, Text);

        Assert.True(Write(Photos with { Timeout = 15 }));
        Assert.Equal(edited.Replace("\"Timeout\": 30", "\"Timeout\": 15", StringComparison.Ordinal), Text);
    }

    [Fact]
    public void A_new_function_is_added_at_the_end_and_changes_nothing_else()
    {
        Write(Photos);
        var before = Text;

        Write(Photos, Cleaning);

        var end = before.LastIndexOf("\n  }\n}", StringComparison.Ordinal);
        Assert.StartsWith(before[..end] + ",\n    \"Sweep\": {\n      \"Type\"", Text, StringComparison.Ordinal);
        Assert.EndsWith(before[end..], Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_the_code_no_longer_has_goes_and_leaves_nothing_behind()
    {
        Write(Cleaning);
        var before = Text;
        Write(Cleaning, Photos);

        Write(Cleaning);

        Assert.Equal(before, Text);
    }

    [Fact]
    public void The_first_of_several_functions_may_go()
    {
        Write(Photos, Cleaning);

        Write(Cleaning);

        Assert.Equal(["Sweep"], Json["Resources"]!.AsObject().Select(resource => resource.Key));
    }

    [Fact]
    public void A_resource_of_the_same_name_that_somebody_wrote_is_not_touched()
    {
        const string Own = """{"Resources":{"ListPhotos":{"Type":"AWS::Serverless::Function","Properties":{"Handler":"mine"}}}}""";
        Text = Own;

        Write(Photos);

        Assert.Equal("mine", Json["Resources"]!["ListPhotos"]!["Properties"]!["Handler"]!.ToString());
        Assert.Single(Json["Resources"]!["ListPhotos"]!["Properties"]!.AsObject());
    }

    [Fact]
    public void Another_method_is_another_event_and_the_old_one_goes()
    {
        Write(Photos);

        Write(Photos with { Events = [Route("RootPost", "/photos", "POST")] });

        var function = Json["Resources"]!["ListPhotos"]!;
        Assert.Equal(["RootPost"], function["Properties"]!["Events"]!.AsObject().Select(found => found.Key));
        Assert.Equal("""["RootPost"]""", function["Metadata"]!["SyncedEvents"]!.ToJsonString());
    }

    [Fact]
    public void An_event_that_somebody_added_stays()
    {
        Write(Photos);
        Text = Text.Replace(
            "\"Events\": {", "\"Events\": {\n          \"Nightly\": { \"Type\": \"Schedule\" },", StringComparison.Ordinal);

        Write(Photos with { Events = [] });

        var function = Json["Resources"]!["ListPhotos"]!;
        Assert.Equal(["Nightly"], function["Properties"]!["Events"]!.AsObject().Select(found => found.Key));
        Assert.Null(function["Metadata"]!["SyncedEvents"]);
    }

    [Fact]
    public void A_property_of_an_event_that_the_code_no_longer_sets_goes_with_its_empty_parents()
    {
        var authorized = Route("RootGet", "/photos", "GET") with
        {
            Properties = [.. Route("RootGet", "/photos", "GET").Properties, new("Auth.Authorizer", "Mine")],
        };
        Write(Photos);
        var before = Text;

        Write(Photos with { Events = [authorized] });
        Assert.Equal("Mine", Written["Events"]!["RootGet"]!["Properties"]!["Auth"]!["Authorizer"]!.ToString());
        Write(Photos);

        Assert.Equal(JsonNode.Parse(before)!.ToJsonString(), Json.ToJsonString());
    }

    [Fact]
    public void From_program_to_library_and_back_leaves_nothing_behind()
    {
        Write(Photos);
        var before = Text;

        Write(Photos with { Name = null, Handler = "Shop::App.Photos_List_Generated::List" });
        Assert.Null(Json["Resources"]!["ListPhotos"]!["Properties"]!["Environment"]);
        Write(Photos);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), Json));
    }

    [Fact]
    public void From_archive_to_image_and_back_leaves_nothing_behind()
    {
        Write(Photos);
        var before = Text;

        Write(Photos with { IsImage = true });
        var image = Json["Resources"]!["ListPhotos"]!["Properties"]!;
        Assert.Equal(
            ("src/Shop", "bootstrap", "Image"),
            (image["ImageUri"]!.ToString(), image["ImageConfig"]!["Command"]![0]!.ToString(), image["PackageType"]!.ToString()));
        Assert.Null(image["Handler"] ?? image["CodeUri"] ?? image["Runtime"]);
        Write(Photos);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), Json));
    }

    [Fact]
    public void Policies_and_role_refer_to_the_template_and_take_each_others_place()
    {
        Write(Photos with { Policies = "AWSLambdaBasicExecutionRole, @Extra" });
        Assert.Equal("""["AWSLambdaBasicExecutionRole",{"Ref":"Extra"}]""", Written["Policies"]!.ToJsonString());

        Write(Photos with { Role = "@Role" });
        Assert.Equal("""{"Fn::GetAtt":["Role","Arn"]}""", Written["Role"]!.ToJsonString());
        Assert.Null(Written["Policies"]);

        Text = Text.Replace("\"Resources\"", "\"Parameters\": { \"Role\": {} },\n  \"Resources\"", StringComparison.Ordinal);
        Write(Photos with { Role = "@Role" });
        Assert.Equal("""{"Ref":"Role"}""", Written["Role"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "This template is partially managed by Amazon.Lambda.Annotations.")]
    [InlineData("Photos.", "Photos. This template is partially managed by Amazon.Lambda.Annotations.")]
    [InlineData(
        "Photos. This template is partially managed by Amazon.Lambda.Annotations (v2.3.0.0).",
        "Photos. This template is partially managed by Amazon.Lambda.Annotations.")]
    public void The_description_says_who_takes_part(string before, string after)
    {
        Text = $$$"""{"Description":"{{{before}}}","Resources":{}}""";

        Write();

        Assert.Equal(after, Json["Description"]!.ToString());
    }

    [Fact]
    public void A_description_has_no_room_for_more_than_CloudFormation_takes()
    {
        Text = $$$"""{"Description":"{{{new string('x', 1000)}}}","Resources":{}}""";

        Assert.False(Write());
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void New_lines_are_those_of_the_file(string newLine)
    {
        Text = $"{{{newLine}  \"Resources\": {{{newLine}  }}{newLine}}}{newLine}";

        Write(Photos);

        Assert.Equal(newLine == "\r\n", Text.Contains("\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain(Text.Split(newLine), line => line.Contains('\n') || line.Contains('\r'));
        Assert.EndsWith("}" + newLine, Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("just words")]
    [InlineData("- a list")]
    [InlineData("Resources: {}\nResources: {}\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("a: [1\n")]
    [InlineData("{ \"Resources\": { ")]
    [InlineData("{ \"Resources\": {}, \"Resources\": {} }")]
    public void A_file_that_is_no_template_is_left_alone_and_named(string text)
    {
        Text = text;

        var error = Assert.Throws<TemplateFileException>(() => Write(Photos));

        Assert.StartsWith(TemplatePath, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, Text);
    }

    [Fact]
    public void Checking_names_what_is_out_of_step_and_writes_nothing()
    {
        Write(Photos);
        var before = Text;
        var file = new TemplateFile(TemplatePath);

        Assert.Equal(["Sweep"], file.Compare(Manifest(Photos, Cleaning), Project));
        Assert.Equal(["ListPhotos"], file.Compare(Manifest(Photos with { Memory = 1 }), Project));
        Assert.Empty(file.Compare(Manifest(Photos), Project));

        Assert.Equal(before, Text);
    }

    [Fact]
    public async Task Builds_side_by_side_leave_a_whole_file_and_nothing_else()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Write(Photos, Cleaning))));

        Assert.Equal(2, Json["Resources"]!.AsObject().Count);
        Assert.Equal([TemplatePath], Directory.GetFiles(_folder));
    }

    private static ManifestFunction Photos =>
        new("ListPhotos", "bootstrap", [Route("RootGet", "/photos", "GET")]) { Name = "ListPhotos" };

    private static ManifestFunction Cleaning => new("Sweep", "bootstrap", []) { Name = "Sweep", Memory = 256, Timeout = 60 };

    private JsonNode Written => Json["Resources"]!["ListPhotos"]!["Properties"]!;

    private string Project => Path.Combine(_folder, "src", "Shop");

    private static ManifestEvent Route(string name, string path, string method) =>
        new(name, "HttpApi", [new("Path", path), new("Method", method)]);

    private static FunctionManifest Manifest(params ManifestFunction[] functions) => new("provided.al2023", functions);

    private bool Write(params ManifestFunction[] functions) =>
        new TemplateFile(TemplatePath).Write(Manifest(functions), Project);
}
