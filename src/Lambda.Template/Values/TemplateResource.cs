namespace Lambda.Template.Values;

/// <summary>One entry of the template's <c>Resources</c>.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type">For example <c>AWS::Serverless::Function</c>.</param>
/// <param name="Properties">Its properties; a value without members where it has none.</param>
public sealed record TemplateResource(string LogicalId, string Type, TemplateValue Properties);
