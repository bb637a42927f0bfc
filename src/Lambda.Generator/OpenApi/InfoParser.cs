using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>What the API is called, from what the project file says of its product.</summary>
internal static class InfoParser
{
    /// <summary>An OpenAPI info object: <c>Product</c>, <c>Description</c> and <c>Version</c> of the project.</summary>
    public static string Parse(Compilation compilation)
    {
        var version = Text("AssemblyInformationalVersionAttribute");
        return new JsonMembers()
            .SetText("title", Text("AssemblyProductAttribute") ?? compilation.AssemblyName ?? "API")
            .SetText("description", Text("AssemblyDescriptionAttribute"))
            // What is built may carry its commit; a document that is committed cannot know it.
            .SetText("version", version?.Split('+')[0] ?? "1.0.0")
            .ToString();

        string? Text(string attribute) =>
            compilation.Assembly.Find($"System.Reflection.{attribute}")?.ConstructorArguments.FirstOrDefault().Value
                as string;
    }
}
