using Lambda.Template.Values;

namespace Lambda.Tests.Template;

public sealed class ValueTests
{
    [Theory]
    [InlineData("""{"Ref":"Stage"}""", "dev")]
    [InlineData("""{"Ref":"Given"}""", "given")]
    [InlineData("""{"Ref":"AWS::Region"}""", "us-east-1")]
    [InlineData("""{"Ref":"Bucket"}""", "Bucket")]
    [InlineData("""{"Fn::GetAtt":["Bucket","Arn"]}""", "Bucket.Arn")]
    [InlineData("""{"Fn::GetAtt":"Bucket.Arn"}""", "Bucket.Arn")]
    [InlineData("""{"Fn::Sub":"a-${Stage}-${Bucket.Arn}-${!Kept}"}""", "a-dev-Bucket.Arn-${Kept}")]
    [InlineData("""{"Fn::Sub":["${Own}-${Stage}",{"Own":{"Ref":"Given"}}]}""", "given-dev")]
    [InlineData("""{"Fn::Join":["-",["a",{"Ref":"Stage"},{"Ref":"AWS::NoValue"}]]}""", "a-dev")]
    [InlineData("""{"Fn::FindInMap":["Sizes",{"Ref":"Stage"},"Memory"]}""", "512")]
    [InlineData("""{"Fn::If":["IsProd","yes",{"Fn::If":["NotProd","no","never"]}]}""", "no")]
    [InlineData("""{"Fn::If":["Both","yes","no"]}""", "no")]
    [InlineData("""{"Fn::If":["Either","yes","no"]}""", "yes")]
    public void An_intrinsic_function_is_worth_what_cloudformation_makes_of_it(string value, string expected) =>
        Assert.Equal(expected, Read(value).Text());

    [Theory]
    [InlineData("!Ref Stage", "dev")]
    [InlineData("!GetAtt Bucket.Arn", "Bucket.Arn")]
    [InlineData("!GetAtt [Bucket, Arn]", "Bucket.Arn")]
    [InlineData("!Sub 'a-${Stage}-${Bucket.Arn}'", "a-dev-Bucket.Arn")]
    [InlineData("!Sub [\"${Own}-${Stage}\", {Own: !Ref Stage}]", "dev-dev")]
    [InlineData("!If [IsProd, yes, !Join ['-', [a, !Ref Stage]]]", "a-dev")]
    [InlineData("{Fn::GetAtt: Bucket.Arn}", "Bucket.Arn")]
    [InlineData("012", "012")]
    [InlineData("true", "true")]
    [InlineData("2024-01-01", "2024-01-01")]
    public void A_short_form_in_yaml_is_worth_what_its_long_form_is(string value, string expected)
    {
        var template = TemplateDocument.Parse(
            $$"""
            Parameters:
              Stage: {Type: String, Default: dev}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              Never: !And [!Condition IsProd, !Not [!Condition IsProd]]
            Resources:
              Bucket: {Type: AWS::S3::Bucket}
              NotMade: {Type: T, Condition: Never}
            Value: {{value}}
            """,
            new Dictionary<string, string>());

        Assert.Equal(expected, template.Root["Value"].Text());
        Assert.Equal(["Bucket"], template.Resources().Select(resource => resource.LogicalId));
    }

    [Fact]
    public void Members_and_items_worth_no_value_are_not_there()
    {
        var value = Read("""{"a":{"Ref":"AWS::NoValue"},"b":["x",{"Ref":"AWS::NoValue"}]}""");

        Assert.Equal(["b"], value.Members().Select(member => member.Key));
        Assert.Equal(["x"], value["b"].Texts());
    }

    [Theory]
    [InlineData("""{"Ref":"Nobody"}""", "Value.Ref: Nobody is neither a parameter nor a resource of this template.")]
    [InlineData("""{"Ref":"Bare"}""", "Value.Ref: the parameter Bare has neither a value nor a default.")]
    [InlineData(
        """{"Fn::Sub":"${Nobody.Arn}"}""",
        "Value.Fn::Sub: Nobody.Arn is neither a parameter nor a resource of this template.")]
    [InlineData("""{"Fn::Sub":"${Open"}""", "Value.Fn::Sub: a ${ is never closed in \"${Open\".")]
    [InlineData("""{"Fn::If":["Nothing",1,2]}""", "Value.Fn::If: the template has no condition Nothing.")]
    [InlineData("""{"Fn::If":["Round",1,2]}""", "Conditions.Round: the condition Round depends on itself.")]
    [InlineData("""{"Fn::FindInMap":["Sizes","prod","Memory"]}""", "Value.Fn::FindInMap: there is no entry prod.")]
    [InlineData("""{"Fn::Cidr":["a"]}""", "Value.Fn::Cidr: the function Fn::Cidr is not known here.")]
    [InlineData("""{"Fn::Join":["-"]}""", "Value.Fn::Join should be a list of 2.")]
    [InlineData("""{"a":1}""", "Value is not text: {\"a\":1}")]
    public void What_is_unknown_is_said_with_its_place(string value, string message)
    {
        var error = Assert.Throws<TemplateException>(() => Read(value).Text());

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_resource_whose_condition_fails_is_not_made()
    {
        var template = TemplateDocument.Parse(
            """
            {"Conditions":{"Never":{"Fn::Equals":["a","b"]}},
             "Resources":{"Made":{"Type":"T"},"NotMade":{"Type":"T","Condition":"Never"}}}
            """,
            new Dictionary<string, string>());

        Assert.Equal(["Made"], template.Resources("T").Select(resource => resource.LogicalId));
    }

    [Theory]
    [InlineData("neither JSON nor YAML: [")]
    [InlineData("words")]
    [InlineData("[]")]
    [InlineData("""{"Resources":{},"Resources":{}}""")]
    public void A_file_that_is_no_template_is_refused(string text) =>
        Assert.Throws<TemplateException>(() => TemplateDocument.Parse(text, new Dictionary<string, string>()));

    [Fact]
    public void A_value_for_a_parameter_that_is_not_there_is_refused() =>
        Assert.Throws<TemplateException>(
            () => TemplateDocument.Parse("{}", new Dictionary<string, string> { ["A"] = "b" }));

    private static TemplateValue Read(string value) => TemplateDocument.Parse(
        $$"""
        {
          "Parameters": {
            "Stage": { "Type": "String", "Default": "dev" },
            "Given": { "Type": "String", "Default": "default" },
            "Bare": { "Type": "String" }
          },
          "Mappings": { "Sizes": { "dev": { "Memory": 512 } } },
          "Conditions": {
            "IsProd": { "Fn::Equals": [ { "Ref": "Stage" }, "prod" ] },
            "NotProd": { "Fn::Not": [ { "Condition": "IsProd" } ] },
            "Both": { "Fn::And": [ { "Condition": "IsProd" }, { "Condition": "NotProd" } ] },
            "Either": { "Fn::Or": [ { "Condition": "IsProd" }, { "Condition": "NotProd" } ] },
            "Round": { "Condition": "Round" }
          },
          "Resources": { "Bucket": { "Type": "AWS::S3::Bucket" } },
          "Value": {{value}}
        }
        """,
        new Dictionary<string, string> { ["Given"] = "given" }).Root["Value"];
}
