using Lambda.Generator.Model;

namespace Lambda.Generator.OpenApi;

/// <summary>One route as a document describes it: what its signature and its comments say, as text.</summary>
/// <param name="Verb">In lower case; <c>any</c> stands for all of them.</param>
/// <param name="Path">As an OpenAPI path: <c>{proxy+}</c> has lost its plus.</param>
/// <param name="Parameters">A JSON array; null for none.</param>
/// <param name="Body">A request body object as JSON; null for none.</param>
/// <param name="Answers">What is said of this route alone.</param>
/// <param name="Shared">What is said of all routes of its class.</param>
/// <param name="Roots">The types that its body and its answers are made of.</param>
internal sealed record OperationModel(
    string Namespace,
    string TypeName,
    string MethodName,
    string Verb,
    string Path,
    string Summary,
    string Description,
    string ResourceSummary,
    bool IsDeprecated,
    string? Parameters,
    string? Body,
    EquatableArray<AnswerModel> Answers,
    EquatableArray<AnswerModel> Shared,
    EquatableArray<SchemaRoot> Roots)
{
    /// <summary>The resource: its class's name, without what all such classes are called.</summary>
    public string Tag => TypeName.EndsWith("Functions", StringComparison.Ordinal) && TypeName.Length > 9
        ? TypeName.Substring(0, TypeName.Length - 9)
        : TypeName;
}

/// <summary>One answer.</summary>
/// <param name="Code">A status, a range such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="Schema">Of its body, as JSON; null where nothing is said of one.</param>
/// <param name="Headers">A JSON object; null for none.</param>
internal sealed record AnswerModel(
    string Code, string Description, string? Schema, string? ContentType, string? Headers)
{
    public bool IsRange => Code.Length != 3 || !Code.All(char.IsDigit);
}

/// <summary>What holds for every route of the project.</summary>
internal sealed record SharedAnswers(EquatableArray<AnswerModel> Answers, EquatableArray<SchemaRoot> Roots);
