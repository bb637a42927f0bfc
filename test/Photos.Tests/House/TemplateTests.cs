using System.Text.Json;
using Photos.Tests.Shared;

namespace Photos.Tests.House;

/// <summary>What the deployed functions may do, and who may call them: a change here is a change of security.</summary>
public sealed class TemplateTests : IDisposable
{
    private const string Write = "dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem ";

    private const string Erase =
        "dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ";

    // Two queries: of an index, and of the table itself.
    private const string EraseDue =
        "dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Query dynamodb:UpdateItem ";

    private const string Announce = EraseDue;

    private const string FinishHere = "s3:DeleteObjectTagging s3:GetObject s3:ListBucket ";

    private const string Tidy = "s3:DeleteObject s3:DeleteObjectTagging s3:GetObject s3:ListBucket";

    private readonly JsonDocument _template =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "serverless.template")));

    [Fact]
    public void Only_hello_is_public()
    {
        var open = Functions().Where(function => Route(function).TryGetProperty("Auth", out _));

        Assert.Equal(["Hello"], open.Select(function => function.Name));
        Assert.Equal("SignedIn", Auth().GetProperty("DefaultAuthorizer").GetString());
        Assert.Equal("photos/use", Auth().GetProperty("Authorizers").GetProperty("SignedIn")
            .GetProperty("AuthorizationScopes")[0].GetString());
    }

    [Fact]
    public void Functions_differ_in_no_variable_so_that_one_process_can_run_them_all() => Assert.All(
        Functions(),
        function => Assert.Equal(
            ["ANNOTATIONS_HANDLER"],
            function.Value.GetProperty("Properties").GetProperty("Environment").GetProperty("Variables")
                .EnumerateObject().Select(variable => variable.Name)));

    [Theory]
    [InlineData("Hello", "")]
    [InlineData("ListPhotos", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query s3:GetObject")]
    [InlineData("GetPhoto", "dynamodb:GetItem s3:GetObject")]
    [InlineData("PatchPhoto", Write + "s3:GetObject")]
    [InlineData("DeletePhoto", Erase + "s3:DeleteObject s3:GetObject s3:ListBucket")]
    [InlineData("DeletePhotoByQuery", Erase + "s3:DeleteObject s3:GetObject s3:ListBucket")]
    [InlineData("ChangePhotos", Erase + "s3:DeleteObject s3:ListBucket")]
    [InlineData("FinishUpload", Write + Tidy)]
    [InlineData("Sweep", EraseDue + Tidy)]
    [InlineData("RestorePhoto", Write + "s3:GetObject")]
    [InlineData("CreateUpload", Announce + FinishHere + "s3:PutObject s3:PutObjectTagging")]
    [InlineData("CreatePhoto", Write + FinishHere)]
    [InlineData("CreateRenditions", Write + "s3:PutObject")]
    [InlineData("ListBooks", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query")]
    [InlineData("CreateBook", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("GetBook", "dynamodb:BatchGetItem dynamodb:GetItem")]
    [InlineData("ReplaceBook", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("ChangeBook", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("DeleteBook", "dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("ListTodos", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query")]
    [InlineData("CreateTodo", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("GetTodo", "dynamodb:BatchGetItem dynamodb:GetItem")]
    [InlineData("ReplaceTodo", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("ChangeTodo", "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("DeleteTodo", "dynamodb:GetItem dynamodb:PutItem")]
    [InlineData("GetMe", "dynamodb:GetItem dynamodb:Query")]
    [InlineData("ChangeMe", "dynamodb:GetItem dynamodb:PutItem dynamodb:Query")]
    public void A_function_may_do_what_it_calls_and_nothing_else(string name, string actions)
    {
        var statements = Statements(Functions().Single(function => function.Name == name)).ToArray();

        Assert.Equal(actions.Trim(), string.Join(' ', statements.SelectMany(Actions).Order(StringComparer.Ordinal)));
        Assert.All(statements, statement => Assert.NotEqual("\"*\"", statement.GetProperty("Resource").GetRawText()));
    }

    [Fact]
    public void Every_function_is_in_that_table()
    {
        var table = typeof(TemplateTests).GetMethod(nameof(A_function_may_do_what_it_calls_and_nothing_else))!
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)
                attribute.ConstructorArguments[0].Value!)[0].Value);

        Assert.Equal(Functions().Select(function => (object?)function.Name).Order(), table.Order());
    }

    [Fact]
    public void Every_function_leaves_lines_with_metrics_and_names_users_by_a_key_of_this_stack()
    {
        var shared = _template.RootElement.GetProperty("Globals").GetProperty("Function").GetProperty("Environment")
            .GetProperty("Variables");

        Assert.Equal("Photos", shared.GetProperty("AWS_EMF_NAMESPACE").GetString());
        Assert.Equal("""{"Ref":"Stage"}""", Compact(shared.GetProperty("STAGE")));
        Assert.Equal("""{"Ref":"AWS::StackId"}""", Compact(shared.GetProperty("LOG_USER_KEY")));
        Assert.All(Functions(), function => Assert.All(
            function.Value.GetProperty("Properties").GetProperty("Environment").GetProperty("Variables").EnumerateObject(),
            own => Assert.DoesNotContain(own.Name, new[] { "AWS_EMF_NAMESPACE", "STAGE", "LOG_USER_KEY" })));
    }

    public void Dispose() => _template.Dispose();

    private static string Compact(JsonElement value) => JsonSerializer.Serialize(value);

    private JsonElement Auth() =>
        _template.RootElement.GetProperty("Globals").GetProperty("HttpApi").GetProperty("Auth");

    private IEnumerable<JsonProperty> Functions() => _template.RootElement.GetProperty("Resources").EnumerateObject()
        .Where(resource => resource.Value.GetProperty("Type").GetString() == "AWS::Serverless::Function");

    private static JsonElement Route(JsonProperty function) => function.Value.GetProperty("Properties")
        .GetProperty("Events").EnumerateObject().Single().Value.GetProperty("Properties");

    private static IEnumerable<JsonElement> Statements(JsonProperty function) => function.Value.GetProperty("Properties")
        .GetProperty("Policies").EnumerateArray()
        .Where(policy => policy.ValueKind == JsonValueKind.Object)
        .SelectMany(policy => policy.GetProperty("Statement").EnumerateArray());

    private static IEnumerable<string?> Actions(JsonElement statement) =>
        statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString());
}
