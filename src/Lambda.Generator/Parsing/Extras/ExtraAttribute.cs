using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>One of our own attributes while it is read: its arguments, and where they stand.</summary>
internal sealed class ExtraAttribute(AttributeData data)
{
    public const string Names = "Lambda.Annotations";
    public const string JwtAuthorizer = $"{Names}.JwtAuthorizerAttribute";
    public const string AuthorizedBy = $"{Names}.AuthorizedByAttribute";
    public const string HttpApiCors = $"{Names}.HttpApiCorsAttribute";
    public const string EnvironmentVariable = $"{Names}.EnvironmentVariableAttribute";
    public const string PolicyStatement = $"{Names}.PolicyStatementAttribute";

    public Place? Place => Model.Place.Of(data);

    /// <summary>All of that name, in the order in which they are written.</summary>
    public static ExtraAttribute[] All(ISymbol symbol, string name) =>
    [
        .. symbol.GetAttributes()
            .Where(data => data.AttributeClass.Is(name))
            .Select(data => new ExtraAttribute(data)),
    ];

    /// <summary>The constructor's argument of that number; empty for null.</summary>
    public string Text(int number) => data.ConstructorArguments.ElementAtOrDefault(number).Value as string ?? "";

    /// <summary>The constructor's last argument, of that number, which is a list.</summary>
    public string[] Texts(int number) => Elements<string>(data.ConstructorArguments.ElementAtOrDefault(number)) ?? [];

    public T Get<T>(string name, T unset) => data.Get(name, unset);

    /// <summary>A property that is a list; null when it was not set.</summary>
    public T[]? Many<T>(string name) =>
        Elements<T>(data.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value);

    public Place? PlaceOf(string name) => ArgumentPlace.Of(data, name);

    /// <summary>Where the constructor's argument of that number stands, or one element of a list.</summary>
    public Place? PlaceOf(int number, int element = 0) => ArgumentPlace.Of(data, number, element);

    private static T[]? Elements<T>(TypedConstant list) =>
        list.Kind == TypedConstantKind.Array && !list.IsNull
            ? [.. list.Values.Select(each => each.Value).OfType<T>()]
            : null;
}
