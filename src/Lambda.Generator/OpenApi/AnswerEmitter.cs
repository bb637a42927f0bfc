namespace Lambda.Generator.OpenApi;

/// <summary>Writes the answers of a route: its own, its class's and its project's.</summary>
/// <remarks>
/// Above the route, a status is an answer of every route, and a range (<c>4XX</c>, <c>default</c>) is a rule: what the
/// body of such a status is, where the route names none.
/// </remarks>
internal static class AnswerEmitter
{
    public static string Emit(OperationModel operation, SharedAnswers? project)
    {
        AnswerModel[] shared = [.. operation.Shared, .. project?.Answers ?? default];
        AnswerModel[] rules = [.. shared.Where(answer => answer.IsRange)];
        AnswerModel[] common = [.. shared.Where(answer =>
            !answer.IsRange && !operation.Answers.Any(own => own.Code == answer.Code))];

        var answers = new JsonMembers();
        var all = operation.Answers.Concat(common).OrderBy(answer => answer.Code, StringComparer.Ordinal);
        foreach (var code in all.GroupBy(answer => answer.Code))
            answers.Set(code.Key, Answer([.. code.Select(answer => Complete(answer, rules))]));

        // Nobody says what comes when all goes well, and OpenAPI wants to be told something.
        if (!all.Any(answer => answer.Code is "default" || answer.Code[0] < '4'))
            answers.Set("default", """{"description":"An answer."}""");
        return answers.ToString();
    }

    private static AnswerModel Complete(AnswerModel answer, AnswerModel[] rules)
    {
        var rule = answer.Schema is null ? rules.FirstOrDefault(rule => Covers(rule.Code, answer.Code)) : null;
        return rule is null ? answer : answer with
        {
            Schema = rule.Schema,
            ContentType = rule.ContentType,
            Headers = answer.Headers ?? rule.Headers,
            Description = answer.Description is "" ? rule.Description : answer.Description,
        };
    }

    private static bool Covers(string range, string code) =>
        range == "default" ? code[0] >= '4' : range[0] == code[0] && range != code;

    // The same status may be said twice: by the signature, and in words.
    private static string Answer(AnswerModel[] said)
    {
        var content = new JsonMembers();
        foreach (var answer in said)
        {
            if (answer.Schema is not null)
                content.Set(answer.ContentType!, JsonText.Object(("schema", answer.Schema)));
        }

        var words = said.Select(answer => answer.Description).LastOrDefault(text => text.Length > 0);
        return new JsonMembers()
            .Set("description", JsonText.Quote(words ?? Phrase(said[0].Code)))
            .Set("headers", said.Select(answer => answer.Headers).LastOrDefault(headers => headers is not null))
            .Set("content", content.IsEmpty ? null : content.ToString())
            .ToString();
    }

    private static string Phrase(string code) => code[0] switch
    {
        '2' => "Done.",
        '3' => "Elsewhere, or as before.",
        '4' => "Refused.",
        '5' => "Failed.",
        _ => "An answer.",
    };
}
