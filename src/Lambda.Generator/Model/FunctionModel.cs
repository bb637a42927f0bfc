namespace Lambda.Generator.Model;

/// <summary>All an emitter may know of a function: text and flags, no symbols; equal when nothing changed.</summary>
internal sealed record FunctionModel(
    string Namespace,
    string TypeName,
    string MethodName,
    bool IsStatic,
    bool NeedsServices,
    string Serializer,
    ReturnModel Returns,
    ApiModel? Api,
    AuthorizerModel? Authorizer,
    EquatableArray<EventModel> Events,
    FunctionSettings Settings,
    EquatableArray<ParameterModel> Parameters)
{
    /// <summary>What attributes of our own say of it.</summary>
    public FunctionExtras Extras { get; init; } = FunctionExtras.None;

    /// <summary>Ends up in the deployed <c>Handler</c> string, so source compatibility fixes the spelling.</summary>
    public string HandlerType => $"{TypeName}_{MethodName}_Generated";

    public string FullHandlerType => $"{Namespace}.{HandlerType}";

    /// <summary>The function class, for use in generated code.</summary>
    public string FullTypeName => $"global::{CSharpName.Of(Namespace)}.{CSharpName.Of(TypeName)}";

    /// <summary>What API Gateway sends and expects; null for functions that something else invokes.</summary>
    public PayloadModel? Payload => Api?.Payload ?? Authorizer?.Payload;

    /// <summary>The CloudFormation logical id.</summary>
    public string ResourceName =>
        Settings.ResourceName ?? new string([.. FullHandlerType.Where(char.IsLetterOrDigit)]);
}

/// <summary>What <c>[LambdaFunction]</c> sets. Zero and null mean: not set.</summary>
internal sealed record FunctionSettings(
    string? ResourceName, uint Timeout, uint MemorySize, string? Role, string? Policies, bool IsImage);

/// <param name="Type">The returned value's type, without its task; empty for none.</param>
internal sealed record ReturnModel(ReturnKind Kind, string Type, bool IsAwaited);

/// <summary>How a returned value becomes an HTTP answer.</summary>
internal enum ReturnKind
{
    Nothing,
    HttpResult,
    AuthorizerResult,
    Response,
    Text,

    /// <summary>A number or a truth value, which is JSON as it stands.</summary>
    Plain,
    Value,
}
