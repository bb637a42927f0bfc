namespace Lambda.Tests.Extras;

/// <summary>What is wrong with an attribute of our own is said where it is written.</summary>
public sealed class ExtrasDiagnosticTests
{
    private const string Jwt = "[assembly: JwtAuthorizer(\"SignIn\", \"https://login.example\", \"photos\")]";

    [Theory]
    [InlineData("\"\", \"https://a\", \"b\"", "\"\"", "letters, digits, '-' and '_'")]
    [InlineData("\"a.b\", \"https://a\", \"b\"", "\"a.b\"", "letters, digits, '-' and '_'")]
    [InlineData("\"NONE\", \"https://a\", \"b\"", "\"NONE\"", "is not NONE or AWS_IAM")]
    [InlineData("\"A\", \"\", \"b\"", "\"\"", "'' is no value")]
    [InlineData("\"A\", \"@a b\", \"b\"", "\"@a b\"", "write text, '@Name' or '@Resource.Attribute'")]
    [InlineData("\"A\", \"login.example\", \"b\"", "\"login.example\"", "write its https URL")]
    [InlineData("\"A\", \"https://a\"", "JwtAuthorizer(\"A\", \"https://a\")", "accepts nobody's tokens")]
    [InlineData("\"A\", \"https://a\", \"b\", \"@\"", "\"@\"", "'@' is no value")]
    [InlineData("\"A\", audience: [\"b\", \"\"], issuer: \"https://a\"", "audience: [\"b\", \"\"]", "'' is no value")]
    [InlineData("\"A\", \"https://a\", \"b\", Header = \"$request.header.X\"", "Header = \"$request.header.X\"", "write its name alone")]
    public void An_authorizer_that_cannot_be_declared_is_an_error(string arguments, string place, string reason)
    {
        AssertOne("LAMBDA102", place, reason, "", $"[assembly: JwtAuthorizer({arguments})]");
    }

    [Fact]
    public void Two_authorizers_of_one_name_are_an_error_at_the_second()
    {
        AssertOne(
            "LAMBDA102", "\"SignIn\"", "another one has that name", "", $"{Jwt} {Jwt}");
    }

    [Theory]
    [InlineData("", "SignIn")]
    [InlineData("ResourceName = \"SignIn\"", "Check")]
    public void An_authorizer_and_a_function_that_is_one_have_two_names(string settings, string method)
    {
        AssertOne(
            "LAMBDA102",
            method,
            $"the function '{method}' is an authorizer of that name",
            $"[LambdaFunction({settings}), HttpApiAuthorizer] public IAuthorizerResult {method}() => AuthorizerResults.Allow();",
            Jwt);
    }

    [Theory]
    [InlineData("[LambdaFunction, AuthorizedBy(\"SignIn\")]", "AuthorizedBy(\"SignIn\")", "only routes of an HTTP API")]
    [InlineData(ExtrasRun.Route + "[AuthorizedBy(\" \")]", "\" \"", "the authorizer has no name")]
    [InlineData(ExtrasRun.Route + "[AuthorizedBy(\"signin\")]", "\"signin\"", "is called 'signin'; there is SignIn")]
    [InlineData(ExtrasRun.Route + "[AuthorizedBy(\"NONE\")]", "\"NONE\"", "there is nothing to open; leave [AuthorizedBy] out")]
    [InlineData(ExtrasRun.Route + "[AuthorizedBy(\"SignIn\", \"a\", \"b c\")]", "\"b c\"", "write one scope in each text")]
    [InlineData(ExtrasRun.Route + "[AuthorizedBy(\"SignIn\", \"\")]", "\"\"", "'' is no scope")]
    public void A_guard_that_cannot_be_is_an_error(string attributes, string place, string reason)
    {
        AssertOne("LAMBDA103", place, reason, attributes + " public string Run() => \"\";", Jwt);
    }

    [Fact]
    public void Scopes_need_an_authorizer_that_reads_them()
    {
        AssertOne(
            "LAMBDA103",
            "\"photos/use\"",
            "scopes need an authorizer",
            ExtrasRun.Route + "[AuthorizedBy(\"NONE\", \"photos/use\")] public string Run() => \"\";",
            "");
    }

    [Fact]
    public void A_route_has_one_guard()
    {
        var findings = ExtrasRun.Findings(
            "[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\", Authorizer = \"Other\"), AuthorizedBy(\"SignIn\")] public string Run() => \"\";",
            Jwt);

        Assert.Contains(findings, found => found.Id == "LAMBDA103"
            && found.Message.Contains("names the authorizer 'Other' already", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "HttpApiCors()", "it allows no origin")]
    [InlineData("\"photos.example\"", "\"photos.example\"", "write scheme and host without a path")]
    [InlineData("\"https://a\", \"https://photos.example/\"", "\"https://photos.example/\"", "without a path")]
    [InlineData("\"@a.\"", "\"@a.\"", "is no value")]
    [InlineData("\"*\", AllowCredentials = true", "AllowCredentials = true", "cookies do not go to all origins")]
    [InlineData("\"*\", MaxAge = 86401", "MaxAge = 86401", "use -1 to 86400 seconds")]
    [InlineData("\"*\", MaxAge = -2", "MaxAge = -2", "use -1 to 86400 seconds")]
    public void An_answer_to_preflights_that_cannot_be_is_an_error(string arguments, string place, string reason)
    {
        AssertOne("LAMBDA104", place, reason, "", $"[assembly: HttpApiCors({arguments})]");
    }

    [Theory]
    [InlineData("\"A\", \"x\"", "\"A\"", "then at least one letter")]
    [InlineData("\"1A\", \"x\"", "\"1A\"", "a name is a letter")]
    [InlineData("\"A-B\", \"x\"", "\"A-B\"", "a name is a letter")]
    [InlineData("\"AWS_REGION\", \"x\"", "\"AWS_REGION\"", "Lambda sets it itself")]
    [InlineData("\"ANNOTATIONS_HANDLER\", \"x\"", "\"ANNOTATIONS_HANDLER\"", "take another name")]
    [InlineData("\"AB\", \"x\"), EnvironmentVariable(\"AB\", \"y\"", "\"AB\"", "it is set twice")]
    [InlineData("\"AB\", \"@\"", "\"@\"", "refers to nothing")]
    [InlineData("\"AB\", \"@A.b-c\"", "\"@A.b-c\"", "write text, '@Name' or '@Resource.Attribute'")]
    public void A_variable_that_cannot_be_is_an_error(string arguments, string place, string reason)
    {
        AssertOne(
            "LAMBDA105", place, reason, $"[LambdaFunction, EnvironmentVariable({arguments})] public void Run() {{ }}", "");
    }

    [Theory]
    [InlineData("\"Photos\", \"a:B\"", "\"Photos\"", "write '@' and a logical id")]
    [InlineData("\"@Photos-1\", \"a:B\"", "\"@Photos-1\"", "is no resource")]
    [InlineData("\"@Photos*\", \"a:B\"", "\"@Photos*\"", "'@Photos/index/*'")]
    [InlineData("\"@Photos\"", "PolicyStatement(\"@Photos\")", "no action is named")]
    [InlineData("\"@Photos\", \"a:B\", \"*\"", "\"*\"", "'*' is no action")]
    [InlineData("\"@Photos\", \"dynamodb\"", "\"dynamodb\"", "is no action")]
    [InlineData("\"@Photos\", actions: [\"a:b:c\"]", "actions: [\"a:b:c\"]", "'a:b:c' is no action")]
    public void A_statement_that_cannot_be_is_an_error(string arguments, string place, string reason)
    {
        AssertOne(
            "LAMBDA106", place, reason, $"[LambdaFunction, PolicyStatement({arguments})] public void Run() {{ }}", "");
    }

    [Fact]
    public void A_function_with_a_role_has_no_statements_of_its_own()
    {
        AssertOne(
            "LAMBDA106",
            "PolicyStatement(\"@Photos\", \"a:B\")",
            "it has the role '@Sweeper'",
            "[LambdaFunction(Role = \"@Sweeper\"), PolicyStatement(\"@Photos\", \"a:B\")] public void Run() { }",
            "");
    }

    [Theory]
    [InlineData("AuthorizedBy(\"SignIn\")")]
    [InlineData("EnvironmentVariable(\"AB\", \"x\")")]
    [InlineData("PolicyStatement(\"@Photos\", \"a:B\")")]
    public void What_is_said_of_no_function_is_an_error(string attribute)
    {
        AssertOne("LAMBDA101", attribute, "is no function; add [LambdaFunction]", $"[{attribute}] public void Run() {{ }}", "");
    }

    private static void AssertOne(string id, string place, string reason, string members, string assembly)
    {
        var found = Assert.Single(ExtrasRun.Findings(members, assembly));

        Assert.Equal((id, place), (found.Id, found.Text));
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
    }
}
