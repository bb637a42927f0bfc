using Lambda.Template.Values;

namespace Lambda.Local.Invoking;

/// <summary>An entry of a function's <c>Events</c>.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Type">SAM's type, such as <c>HttpApi</c> or <c>S3</c>.</param>
internal sealed record Happening(FunctionDescription Function, string Name, string Type, TemplateValue Properties);
