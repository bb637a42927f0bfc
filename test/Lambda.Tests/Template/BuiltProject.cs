using System.Diagnostics;
using Photos.Tests.Shared;

namespace Lambda.Tests.Template;

/// <summary>A small project of its own that imports the targets, and everything that was built of it, step by step.</summary>
public sealed class BuiltProject : IAsyncLifetime
{
    private const string Photos = "[LambdaFunction(ResourceName = \"Photos\"), HttpApi(LambdaHttpMethod.Get, \"/photos\")] public string Photos() => \"\";";
    private const string Books = "[LambdaFunction(ResourceName = \"Books\"), HttpApi(LambdaHttpMethod.Get, \"/books\")] public string Books() => \"\";";

    private readonly string _root = Directory.CreateTempSubdirectory("built project ").FullName;

    internal sealed record Step(bool Succeeded, string Output, string? Template, DateTime Written);

    internal Step First { get; private set; } = null!;

    internal Step Again { get; private set; } = null!;

    internal Step WithoutTemplate { get; private set; } = null!;

    internal Step WithoutBooks { get; private set; } = null!;

    internal Step CheckedInStep { get; private set; } = null!;

    internal Step CheckedOutOfStep { get; private set; } = null!;

    internal Step SwitchedOff { get; private set; } = null!;

    internal Step MisspeltMode { get; private set; } = null!;

    internal Step Configured { get; private set; } = null!;

    internal Step Named { get; private set; } = null!;

    internal Step References { get; private set; } = null!;

    internal Step DoesNotCompile { get; private set; } = null!;

    internal Step BadRoute { get; private set; } = null!;

    private string Folder => Path.Combine(_root, "My $hop");

    private string Own => Path.Combine(Folder, "serverless.template");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "Shop.csproj"), Project);
        Code(Photos + Books);

        First = await BuildAsync(Own, "-restore");
        Again = await BuildAsync(Own);
        File.Delete(Own);
        WithoutTemplate = await BuildAsync(Own);
        Code(Photos);
        WithoutBooks = await BuildAsync(Own);
        CheckedInStep = await BuildAsync(Own, "-p:TemplateSync=check");

        await File.WriteAllTextAsync(Own, WithoutBooks.Template!.Replace("/photos", "/elsewhere", StringComparison.Ordinal));
        CheckedOutOfStep = await BuildAsync(Own, "-p:TemplateSync=check");
        SwitchedOff = await BuildAsync(Own, "-p:TemplateSync=off");

        MisspeltMode = await BuildAsync(Own, "-p:TemplateSync=of");

        await File.WriteAllTextAsync(Path.Combine(Folder, "aws-lambda-tools-defaults.json"), """{"template":"../app.yaml"}""");
        Configured = await BuildAsync(Path.Combine(_root, "app.yaml"));
        Named = await BuildAsync(Path.Combine(Folder, "named.template"), "-p:LambdaTemplate=named.template");

        References = await BuildAsync(Own, "-p:LambdaGenerator=", "-p:LambdaTemplateTool=", "-getItem:ProjectReference");

        Code(Photos + Books + "int Wrong() => \"text\";");
        DoesNotCompile = await BuildAsync(Path.Combine(_root, "app.yaml"));
        Code(Photos + Books.Replace("/books", "/books/{id}", StringComparison.Ordinal));
        BadRoute = await BuildAsync(Path.Combine(_root, "app.yaml"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Project =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <LambdaGenerator>{TemplateTool.Built("Lambda.Generator")}</LambdaGenerator>
            <LambdaTemplateTool>{TemplateTool.Built("Lambda.Template")}</LambdaTemplateTool>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{TemplateTool.Built("Lambda.Core")}" />
          </ItemGroup>
          <Import Project="{Path.Combine(Repository.Root, "src", "Lambda.Template", "build", "Lambda.targets")}" />
        </Project>
        """;

    private void Code(string methods) => File.WriteAllText(
        Path.Combine(Folder, "Shop.cs"),
        $$"""
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Annotations.APIGateway;
        using Amazon.Lambda.Core;

        [assembly: LambdaSerializer(typeof(App.Json))]

        namespace App;

        public class Json : ILambdaSerializer
        {
            public T Deserialize<T>(Stream requestStream) => throw new NotSupportedException();

            public void Serialize<T>(T response, Stream responseStream) => throw new NotSupportedException();
        }

        public class Shop { {{methods}} }
        """);

    // Nothing that outlives the build: no server, no node that waits for the next one.
    private async Task<Step> BuildAsync(string template, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["msbuild", "-nologo", "-v:m", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. more])
            start.ArgumentList.Add(argument);

        // What the test host sets for itself would steer this build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return new Step(
            process.ExitCode == 0,
            output,
            File.Exists(template) ? await File.ReadAllTextAsync(template) : null,
            File.GetLastWriteTimeUtc(template));
    }
}
