using Microsoft.CodeAnalysis;

namespace Lambda.Generator;

/// <summary>Everything the generator may object to; ids are Amazon's, messages say what to do.</summary>
internal static partial class Diagnostics
{
    public static readonly DiagnosticDescriptor TwoOfOneName = Error(
        "AWSLambda0001",
        "Unhandled exception",
        "'{0}' has two functions called '{1}', and a handler is named after its function; rename one");

    public static readonly DiagnosticDescriptor ManyStartups = Error(
        "AWSLambda0101",
        "Multiple LambdaStartup classes not allowed",
        "'{0}' is one of several classes with [LambdaStartup]; keep one and let it register everything");

    public static readonly DiagnosticDescriptor MissingReference = Error(
        "AWSLambda0104",
        "Missing reference to a required dependency",
        "GenerateMain needs '{0}'; reference it");

    public static readonly DiagnosticDescriptor ResourceName = Error(
        "AWSLambda0106",
        "Invalid CloudFormation resource name",
        "The resource of '{0}' cannot be called '{1}': {2}");

    public static readonly DiagnosticDescriptor CannotGenerate = Error(
        "AWSLambda0107",
        "Failed Code Generation",
        "The handler of '{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor NoSerializer = Error(
        "AWSLambda0108",
        "Failed Code Generation",
        "'{0}' has no serializer; add [assembly: LambdaSerializer(typeof(...))]");

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "AWSLambda0111",
        "Output Type is not an executable",
        "GenerateMain needs an executable; set <OutputType>Exe</OutputType> in the project");

    public static readonly DiagnosticDescriptor UnknownRuntime = Error(
        "AWSLambda0112",
        "Invalid runtime selection",
        "'{0}' is no runtime; use provided.al2, provided.al2023, dotnet8 or dotnet10");

    public static readonly DiagnosticDescriptor NoFunctions = Error(
        "AWSLambda0113",
        "Executable output with no LambdaFunction annotations",
        "GenerateMain has nothing to serve; add [LambdaFunction] to a method");

    public static readonly DiagnosticDescriptor OwnMain = Error(
        "AWSLambda0114",
        "static Main method exists",
        "GenerateMain and '{0}' would both start the program; remove one of them");

    public static readonly DiagnosticDescriptor HandlerTooLong = Error(
        "AWSLambda0118",
        "Maximum Handler Length Exceeded",
        "The handler '{0}' has more than 127 characters; shorten namespace, class or method");

    public static readonly DiagnosticDescriptor TwoWaysToConfigure = Error(
        "AWSLambda0119",
        "Conflicting Service Configuration Methods Detected",
        "'{0}' has both ConfigureServices and ConfigureHostBuilder; register everything in one of them");

    public static readonly DiagnosticDescriptor NoFunctionAttribute = Error(
        "AWSLambda0129",
        "Missing LambdaFunction Attribute",
        "'{0}' says what invokes it and is no function; add [LambdaFunction]");

    public static readonly DiagnosticDescriptor Generated = new(
        "AWSLambda0103",
        "Generated Code",
        "{0} was generated",
        "AWSLambdaCSharpGenerator",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        id == "AWSLambda0001" ? "AWSLambda" : "AWSLambdaCSharpGenerator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
