namespace Lambda.Generator.Model;

/// <summary>How a function serves HTTP.</summary>
/// <param name="IsV1">Whether it speaks payload format 1.0.</param>
/// <param name="Method">In upper case; ANY for all.</param>
/// <param name="Path">The route's path; empty for a URL, which has them all.</param>
/// <param name="Authorizer">The name of the function that guards the route.</param>
/// <param name="Url">The settings of a function's own URL, as the template says them in JSON.</param>
internal sealed record ApiModel(
    ApiKind Kind, bool IsV1, string Method, string Path, string? Authorizer = null, string? Url = null)
{
    public PayloadModel Payload => IsV1 ? PayloadModel.V1 : PayloadModel.V2;

    /// <summary>The route's event; a URL is none.</summary>
    public EventModel? Event => Kind == ApiKind.FunctionUrl ? null : new EventModel(
        "Root" + Method[0] + Method.Substring(1).ToLowerInvariant(),
        Kind == ApiKind.RestApi ? "Api" : "HttpApi",
        new([.. Properties()]));

    private IEnumerable<EventPropertyModel> Properties()
    {
        yield return EventPropertyModel.Of("Path", Path);
        yield return EventPropertyModel.Of("Method", Method);
        if (Kind == ApiKind.HttpApi && IsV1)
            yield return EventPropertyModel.Of("PayloadFormatVersion", "1.0");
        if (Authorizer is not null)
            yield return EventPropertyModel.Of("Auth.Authorizer", Authorizer);
    }
}

/// <summary>What calls a function that serves HTTP.</summary>
internal enum ApiKind
{
    HttpApi,
    RestApi,
    FunctionUrl,
}
