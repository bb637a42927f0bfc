using System.Text.Json.Nodes;
using Lambda.Template;
using Lambda.Template.Manifest;
using static Lambda.Tests.Template.TemplateFolder;

namespace Lambda.Tests.Template;

/// <summary>What code may say of a function beyond Amazon's attributes, and how it is taken back.</summary>
public sealed class FunctionMergeTests : IDisposable
{
    private static readonly JsonArray Reading =
        (JsonArray)JsonNode.Parse("""[{"Effect":"Allow","Action":["dynamodb:Query"],"Resource":{"Fn::RefOrGetAtt":["Table","Arn"]}}]""")!;

    private readonly TemplateFolder _template = new();

    public void Dispose() => _template.Dispose();

    [Fact]
    public void Everything_that_code_says_of_a_function_goes_again_and_leaves_the_template_as_it_was()
    {
        _template.Write(List);
        _template.Text = _template.Text.Replace(
            "\"ANNOTATIONS_HANDLER\"", "\"MINE\": \"1\",\n            \"ANNOTATIONS_HANDLER\"", StringComparison.Ordinal);
        var before = _template.Text;

        _template.Write(List with
        {
            Statements = Reading,
            Environment = new() { ["TABLE"] = new JsonObject { ["Ref"] = "Table" }, ["MODE"] = "fast" },
            FunctionUrl = new() { ["AuthType"] = "NONE" },
        });

        Assert.Equal("""{"AuthType":"NONE"}""", _template.Properties()["FunctionUrlConfig"]!.ToJsonString());
        Assert.Equal(
            """{"MINE":"1","ANNOTATIONS_HANDLER":"ListPhotos","TABLE":{"Ref":"Table"},"MODE":"fast"}""",
            _template.Properties()["Environment"]!["Variables"]!.ToJsonString());
        Assert.Equal(
            """
            ["AWSLambdaBasicExecutionRole",{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["dynamodb:Query"],"Resource":{"Fn::GetAtt":["Table","Arn"]}}]}]
            """,
            _template.Properties()["Policies"]!.ToJsonString());

        _template.Write(List);
        Assert.Equal(before, _template.Text);
    }

    [Fact]
    public void Changed_statements_replace_their_own_entry_among_policies_that_people_wrote()
    {
        _template.Write(List with { Statements = Reading });
        _template.Text = _template.Text.Replace("\"AWSLambdaBasicExecutionRole\"", "\"Mine\", \"Basic\"", StringComparison.Ordinal);
        var writing = (JsonArray)JsonNode.Parse("""[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}]""")!;

        _template.Write(List with { Statements = writing });

        var policies = (JsonArray)_template.Properties()["Policies"]!;
        Assert.Equal(3, policies.Count);
        Assert.Equal("s3:PutObject", policies[2]!["Statement"]![0]!["Action"]!.ToString());
        Assert.Contains("\"Mine\", \"Basic\",", _template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_somebody_changed_by_hand_is_theirs_and_stays()
    {
        _template.Write(List with { Statements = Reading });
        _template.Text = _template.Text.Replace("dynamodb:Query", "dynamodb:Scan", StringComparison.Ordinal);

        _template.Write(List);

        Assert.Contains("dynamodb:Scan", _template.Text, StringComparison.Ordinal);
        Assert.False(_template.Metadata().ContainsKey("SyncedStatements"));
    }

    [Fact]
    public void Statements_stand_behind_the_policies_that_an_attribute_names()
    {
        _template.Write(List with { Policies = "A, @B", Statements = Reading });
        Assert.Equal(3, _template.Properties()["Policies"]!.AsArray().Count);

        _template.Write(List with { Policies = "A" });
        Assert.Equal("""["A"]""", _template.Properties()["Policies"]!.ToJsonString());
    }

    [Fact]
    public void A_single_policy_becomes_a_list_when_statements_join_it()
    {
        _template.Text = """{"Resources":{"ListPhotos":{"Type":"AWS::Serverless::Function","Metadata":{"Tool":"Amazon.Lambda.Annotations"},"Properties":{"Policies":"Mine"}}}}""";

        _template.Write(List with { Statements = Reading });

        Assert.Equal("Mine", _template.Properties()["Policies"]![0]!.ToString());
        Assert.NotNull(_template.Properties()["Policies"]![1]!["Statement"]);
    }

    [Fact]
    public void A_url_of_its_own_keeps_what_people_add_and_loses_the_rules_that_code_drops()
    {
        _template.Write(List with { FunctionUrl = new() { ["AuthType"] = "NONE", ["Cors"] = new JsonObject { ["MaxAge"] = 5 } } });
        _template.Text = _template.Text.Replace(
            "\"AuthType\": \"NONE\"", "\"AuthType\": \"NONE\",\n          \"InvokeMode\": \"RESPONSE_STREAM\"", StringComparison.Ordinal);

        _template.Write(List with { FunctionUrl = new() { ["AuthType"] = "AWS_IAM" } });

        Assert.Equal(
            """{"AuthType":"AWS_IAM","InvokeMode":"RESPONSE_STREAM"}""",
            _template.Properties()["FunctionUrlConfig"]!.ToJsonString());
        Assert.True((bool)_template.Metadata()["SyncedFunctionUrlConfig"]!);
    }

    [Fact]
    public void A_url_that_people_wrote_is_not_the_codes_to_remove()
    {
        _template.Write(List);
        _template.Text = _template.Text.Replace("\"PackageType\"", "\"FunctionUrlConfig\": { \"AuthType\": \"NONE\" },\n        \"PackageType\"", StringComparison.Ordinal);

        Assert.False(_template.Write(List));
    }

    [Fact]
    public void A_role_takes_the_place_of_policies_and_statements_and_may_change_its_form()
    {
        _template.Write(List with { Statements = Reading });

        _template.Write(List with { Role = "arn:aws:iam::1:role/x", Statements = Reading });
        Assert.Equal("arn:aws:iam::1:role/x", _template.Properties()["Role"]!.ToString());
        Assert.Null(_template.Properties()["Policies"]);

        _template.Write(List with { Role = "@Mine" });
        Assert.Equal("""{"Fn::GetAtt":["Mine","Arn"]}""", _template.Properties()["Role"]!.ToJsonString());

        _template.Write(List with { Role = "arn:aws:iam::1:role/x" });
        Assert.Equal("arn:aws:iam::1:role/x", _template.Properties()["Role"]!.ToString());
    }

    [Theory]
    [InlineData("", """{"Fn::GetAtt":["Queue","Arn"]}""", "Queue.Fn::GetAtt")]
    [InlineData("\"Parameters\":{\"Queue\":{\"Type\":\"String\"}},", """{"Ref":"Queue"}""", "Queue.Ref")]
    public void What_an_event_refers_to_is_a_parameter_or_a_resource(
        string parameters, string expected, string noted)
    {
        _template.Text = $$$"""{{{{parameters}}}"Resources":{}}""";
        var queue = JsonNode.Parse("""{"Fn::RefOrGetAtt":["Queue","Arn"]}""")!;

        _template.Write(List with { Events = [new("Queue", "SQS", [new("Queue", queue)])] });

        Assert.Equal(expected, _template.Properties()["Events"]!["Queue"]!["Properties"]!["Queue"]!.ToJsonString());
        Assert.Equal(noted, (string?)_template.Metadata()["SyncedEventProperties"]!["Queue"]![0]);
        Assert.False(_template.Write(List with { Events = [new("Queue", "SQS", [new("Queue", queue)])] }));
    }

    [Fact]
    public void The_input_of_a_schedule_is_a_files_text_where_there_is_such_a_file()
    {
        Directory.CreateDirectory(_template.Project);
        File.WriteAllText(Path.Combine(_template.Project, "input.json"), "{\"a\":1}");
        ManifestFunction With(string input) => List with
        {
            Events = [new("Daily", "Schedule", [new("Input", new JsonObject { ["Fn::FileOrText"] = input })])],
        };
        string Input() => _template.Properties()["Events"]!["Daily"]!["Properties"]!["Input"]!.ToString();

        _template.Write(With("input.json"));
        Assert.Equal("{\"a\":1}", Input());

        _template.Write(With("{\"b\":2}"));
        Assert.Equal("{\"b\":2}", Input());
    }

    [Fact]
    public void Another_http_method_keeps_what_people_wrote_into_the_event()
    {
        _template.Write(List with { Events = [Route("RootGet", "GET", new ManifestProperty("PayloadFormatVersion", "1.0"))] });
        _template.Text = _template.Text.Replace(
            "\"Method\": \"GET\"", "\"Auth\": { \"Authorizer\": \"NONE\" },\n              \"Method\": \"GET\"", StringComparison.Ordinal);

        _template.Write(List with { Events = [Route("RootPost", "POST")] });

        Assert.Equal(
            """{"RootPost":{"Type":"HttpApi","Properties":{"Auth":{"Authorizer":"NONE"},"Path":"/photos","Method":"POST"}}}""",
            _template.Properties()["Events"]!.ToJsonString());
    }

    [Fact]
    public void An_event_of_another_kind_takes_nothing_over()
    {
        _template.Write(List);
        _template.Text = _template.Text.Replace(
            "\"Method\": \"GET\"", "\"Auth\": { \"Authorizer\": \"NONE\" },\n              \"Method\": \"GET\"", StringComparison.Ordinal);

        _template.Write(List with { Events = [new("Daily", "Schedule", [new("Schedule", "rate(1 day)")])] });

        Assert.Equal(
            """{"Daily":{"Type":"Schedule","Properties":{"Schedule":"rate(1 day)"}}}""",
            _template.Properties()["Events"]!.ToJsonString());
    }

    [Fact]
    public void Variables_that_a_function_works_out_cannot_be_added_to_and_it_is_said_where()
    {
        _template.Write(List with { Name = null });
        _template.Text = _template.Text.Replace(
            "\"PackageType\"", "\"Environment\": { \"Variables\": { \"Fn::If\": [\"A\", {}, {}] } },\n        \"PackageType\"", StringComparison.Ordinal);

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(List));

        Assert.Contains("Environment.Variables is worked out by Fn::If: write its members there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_environment_that_somebody_wrote_is_left_alone()
    {
        _template.Write(List with { Name = null });
        _template.Text = _template.Text.Replace("\"PackageType\"", "\"Environment\": { \"Variables\": {} },\n        \"PackageType\"", StringComparison.Ordinal);

        Assert.False(_template.Write(List with { Name = null }));
    }
}
