using Microsoft.CodeAnalysis;

namespace Lambda.Generator;

// What can be wrong with attributes of our own, and what Amazon's packages let pass.
internal static partial class Diagnostics
{
    public static readonly DiagnosticDescriptor ExtraWithoutFunction = Own(
        "LAMBDA101",
        "Attribute of a function on a method that is none",
        "'{0}' has {1} and is no function; add [LambdaFunction]");

    public static readonly DiagnosticDescriptor InvalidJwtAuthorizer = Own(
        "LAMBDA102",
        "Invalid JwtAuthorizerAttribute",
        "The authorizer '{0}' cannot be declared: {1}");

    public static readonly DiagnosticDescriptor InvalidAuthorizedBy = Own(
        "LAMBDA103",
        "Invalid AuthorizedByAttribute",
        "'{0}' cannot be guarded: {1}");

    public static readonly DiagnosticDescriptor InvalidCors = Own(
        "LAMBDA104",
        "Invalid HttpApiCorsAttribute",
        "The API's answer to preflights cannot be declared: {0}");

    public static readonly DiagnosticDescriptor InvalidEnvironmentVariable = Own(
        "LAMBDA105",
        "Invalid EnvironmentVariableAttribute",
        "'{0}' cannot have the variable '{1}': {2}");

    public static readonly DiagnosticDescriptor InvalidPolicyStatement = Own(
        "LAMBDA106",
        "Invalid PolicyStatementAttribute",
        "'{0}' cannot be allowed that: {1}");

    public static readonly DiagnosticDescriptor CannotBeSwitchedOff = Own(
        "LAMBDA107",
        "Event has no switch",
        "{1} of '{0}' has 'Enabled', which SAM does not know of this kind of event, so the template could not be "
            + "deployed; leave it out",
        DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Own(
        string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, "Lambda.Annotations", severity, isEnabledByDefault: true);
}
