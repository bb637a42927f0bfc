using System.Text.Json.Nodes;
using Lambda.Template;
using Lambda.Template.Manifest;
using static Lambda.Tests.Template.TemplateFolder;

namespace Lambda.Tests.Template;

/// <summary>Templates in YAML: the same merge, and whatever is not changed keeps every character.</summary>
public sealed class YamlTests : IDisposable
{
    private const string Suffix = "This template is partially managed by Amazon.Lambda.Annotations.";

    private const string Written =
        $$"""
        # The shop.
        AWSTemplateFormatVersion: 2010-09-09
        Transform: 'AWS::Serverless-2016-10-31'
        Description: {{Suffix}}

        Parameters: {Stage: {Type: String, Default: "dev"} }

        Resources:   # all of it
          # the records
          Table:
            Type: AWS::DynamoDB::Table
            Properties: &common
              TableName: !Sub '${Stage}-photos'   # per stage


          ListPhotos:
            Type: AWS::Serverless::Function
            Metadata:
              Tool: Amazon.Lambda.Annotations
              SyncedEvents: [RootGet]
              SyncedEventProperties: {RootGet: [Path, Method]}
            Properties:
              Runtime: provided.al2023
              CodeUri: src/Shop
              MemorySize: 512    # enough
              Timeout: 30
              Policies:
              - AWSLambdaBasicExecutionRole
              - Statement:
                - Effect: Allow
                  Action: "s3:*"
                  Resource: !GetAtt Bucket.Arn
              PackageType: Zip
              Handler: bootstrap
              Environment:
                Variables:
                  TABLE: !Ref Table
                  ANNOTATIONS_HANDLER: ListPhotos
              Events:
                RootGet:
                  Type: HttpApi
                  Properties:
                    Path: '/photos'
                    Method: GET
                    Auth: {Authorizer: NONE}

          # the end
          Copy:
            Properties: *common
        Outputs:
          Text: |
            {"not": "JSON"}
        """;

    private readonly TemplateFolder _template = new();

    public void Dispose() => _template.Dispose();

    [Fact]
    public void A_template_in_step_is_not_touched()
    {
        _template.Text = Written;

        Assert.False(_template.Write(List));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Each_change_changes_its_own_lines_and_no_other(string newLine)
    {
        _template.Text = Written.ReplaceLineEndings(newLine);

        _template.Write(List with
        {
            Memory = 1024,
            Environment = new() { ["SINCE"] = "2024-01-01", ["BUCKET"] = new JsonObject { ["Ref"] = "Bucket" } },
            Events = [new("RootGet", "HttpApi", [new("Path", "/photos/{id}"), new("Method", "GET")])],
        });

        Assert.Equal(
            Written
                .Replace("MemorySize: 512 ", "MemorySize: 1024 ", StringComparison.Ordinal)
                .Replace(
                    "ANNOTATIONS_HANDLER: ListPhotos\n",
                    "ANNOTATIONS_HANDLER: ListPhotos\n          SINCE: '2024-01-01'\n          BUCKET:\n            Ref: Bucket\n",
                    StringComparison.Ordinal)
                .Replace("Path: '/photos'", "Path: '/photos/{id}'", StringComparison.Ordinal)
                .Replace(
                    "[Path, Method]}\n",
                    "[Path, Method]}\n      SyncedEnvironment:\n        - SINCE\n        - BUCKET\n",
                    StringComparison.Ordinal)
                .ReplaceLineEndings(newLine),
            _template.Text);

        _template.Write(List with { Memory = 512 });
        Assert.Equal(Written.ReplaceLineEndings(newLine), _template.Text);
    }

    [Fact]
    public void Functions_come_and_go_and_leave_nothing_behind()
    {
        _template.Text = Written;

        _template.Write(List, Sweep);
        Assert.Contains(
            "    Properties: *common\n  Sweep:\n    Type: AWS::Serverless::Function\n    Metadata:\n      Tool: Amazon.Lambda.Annotations\n",
            _template.Text,
            StringComparison.Ordinal);
        Assert.Contains("      Policies:\n        - AWSLambdaBasicExecutionRole\n      PackageType: Zip\n", _template.Text, StringComparison.Ordinal);

        _template.Write(List);
        Assert.Equal(Written, _template.Text);
    }

    [Fact]
    public void A_function_that_goes_takes_its_lines_and_no_comment_of_others()
    {
        _template.Text = Written;

        _template.Write(Sweep);

        Assert.Contains("# per stage\n\n\n\n  # the end\n  Copy:\n", _template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_change_item_by_item()
    {
        _template.Text = Written;
        var statements = (JsonArray)JsonNode.Parse("""[{"Effect":"Allow","Action":["a:*"],"Resource":"*"}]""")!;

        _template.Write(List with { Statements = statements });

        Assert.Contains(
            """
                      Resource: !GetAtt Bucket.Arn
                  - Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action:
                          - a:*
                        Resource: '*'
                  PackageType: Zip
            """,
            _template.Text,
            StringComparison.Ordinal);

        _template.Write(List);
        Assert.Equal(Written, _template.Text);
    }

    [Fact]
    public void Text_becomes_an_object_and_an_object_text()
    {
        _template.Text = Written;

        _template.Write(List with { Role = "@Mine" });
        Assert.Contains("      Role:\n        Fn::GetAtt:\n          - Mine\n          - Arn\n", _template.Text, StringComparison.Ordinal);

        _template.Text = _template.Text.Replace("      Role:\n", "      Role: # who\n", StringComparison.Ordinal);
        _template.Write(List with { Role = "arn:aws:iam::1:role/x" });
        Assert.Contains("      Role: arn:aws:iam::1:role/x # who\n", _template.Text, StringComparison.Ordinal);

        _template.Text = _template.Text.Replace("arn:aws:iam::1:role/x", "!GetAtt Mine.Arn", StringComparison.Ordinal);
        Assert.False(_template.Write(List with { Role = "@Mine" }));
    }

    [Fact]
    public void The_first_member_of_a_list_item_may_go()
    {
        _template.Text = Written.Replace(
            "      - AWSLambdaBasicExecutionRole\n", "      - Ref: X\n        # a word\n        Version: 1\n", StringComparison.Ordinal);

        _template.Write(List with { Policies = "A, @B" });

        Assert.Contains("      Policies:\n      - A\n      - Ref: B\n      PackageType", _template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_others_share_by_an_anchor_is_not_changed_for_them()
    {
        _template.Text = Written.Replace("Properties:\n      Runtime", "Properties: &mine\n      Runtime", StringComparison.Ordinal) + "\nMore: *mine\n";
        var before = _template.Text;

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(List with { Memory = 1 }));

        Assert.Contains("an anchor that is used elsewhere", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _template.Text);
        Assert.False(_template.Write(List));
    }

    [Fact]
    public void What_a_merge_brings_in_may_be_overruled()
    {
        _template.Text = Written
            .Replace("Parameters:", "Shared: &shared {MemorySize: 256}\nParameters:", StringComparison.Ordinal)
            .Replace("MemorySize: 512    # enough", "<<: *shared", StringComparison.Ordinal);

        Assert.False(_template.Write(List with { Memory = 256 }));
        _template.Write(List with { Memory = 64 });

        Assert.Equal(64, (int)_template.Properties()["MemorySize"]!);
        Assert.Contains("<<: *shared\n", _template.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serverless.yaml")]
    [InlineData("serverless.YML")]
    public void A_new_template_is_YAML_when_it_is_called_so(string name)
    {
        using var template = new TemplateFolder(name);

        template.Write(List);

        Assert.StartsWith("AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\n", template.Text, StringComparison.Ordinal);
        Assert.EndsWith("            Path: /photos\n            Method: GET\n", template.Text, StringComparison.Ordinal);
        Assert.False(template.Write(List));
    }

    [Fact]
    public void A_template_of_nothing_but_a_heading_is_filled()
    {
        _template.Text = "# ours\nDescription: mine\nResources:\n";

        _template.Write(List);

        Assert.StartsWith($"# ours\nDescription: mine {Suffix}\nResources:\n  ListPhotos:\n    Type: AWS::", _template.Text, StringComparison.Ordinal);
        _template.Write();
        Assert.Equal($"# ours\nDescription: mine {Suffix}\nResources: {{}}\n", _template.Text);
    }

    [Theory]
    [InlineData("PayloadFormatVersion: 1.0")]
    [InlineData("PayloadFormatVersion: '1.0'")]
    public void A_number_where_text_is_wanted_means_the_same(string written)
    {
        _template.Text = Written
            .Replace("Method: GET\n", $"Method: GET\n            {written}\n", StringComparison.Ordinal)
            .Replace("[Path, Method]", "[Path, Method, PayloadFormatVersion]", StringComparison.Ordinal);

        Assert.False(_template.Write(List with { Events = [Route("RootGet", "GET", new ManifestProperty("PayloadFormatVersion", "1.0"))] }));
    }
}
