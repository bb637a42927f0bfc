using System.Diagnostics;
using Photos.Tests.Shared;

namespace Lambda.Tests.Packages;

/// <summary>
/// -p:AmazonLambdaPackages=true: a function set, its host and its tests compile with what Amazon's packages offer, and
/// with nothing of ours in their place.
/// </summary>
public sealed class SwitchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_property_compiles_functions_host_and_tests_with_Amazons_packages()
    {
        var folder = Directory.CreateTempSubdirectory("amazon packages ");
        try
        {
            await WriteFeedAsync(folder);

            var (exitCode, log) = await BuildAsync(folder);

            Assert.True(exitCode == 0, log);
            var assemblies = folder.GetFiles("*.dll", SearchOption.AllDirectories).Select(file => file.Name).ToHashSet();
            Assert.Contains("bootstrap.dll", assemblies);
            Assert.DoesNotContain("Lambda.Core.dll", assemblies);
            Assert.DoesNotContain("Lambda.Runtime.dll", assemblies);
            Assert.DoesNotContain("Lambda.Generator.dll", assemblies);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteFeedAsync(DirectoryInfo folder)
    {
        using var surface = new MemoryStream();
        Assert.True(AmazonSurface.Compile(Ct).Emit(surface, cancellationToken: Ct).Success);
        var feed = folder.CreateSubdirectory("feed");
        await Task.Run(() => SurfaceFeed.WriteTo(feed.FullName, surface.ToArray()), Ct);
    }

    // Into a folder of its own, and with a package folder of its own: these packages must never be taken for Amazon's.
    private static async Task<(int ExitCode, string Log)> BuildAsync(DirectoryInfo folder)
    {
        string[] arguments =
        [
            "build", "test/Photos.Tests", "-nodeReuse:false", "-p:AmazonLambdaPackages=true", "-p:RunAnalyzers=false",
            $"-p:ArtifactsPath={folder.FullName}/artifacts",
            $"-p:RestoreAdditionalProjectSources={folder.FullName}/feed",
            $"-p:RestorePackagesPath={folder.FullName}/packages",
            $"-p:RestoreFallbackFolders={PackageFolder()}",
        ];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var errors = build.StandardError.ReadToEndAsync(Ct);
        var log = await build.StandardOutput.ReadToEndAsync(Ct) + await errors;
        await build.WaitForExitAsync(Ct);
        return (build.ExitCode, log);
    }

    private static string PackageFolder() =>
        Environment.GetEnvironmentVariables()["NUGET_PACKAGES"] as string
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
