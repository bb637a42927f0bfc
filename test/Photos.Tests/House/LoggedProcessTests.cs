using Photos.Tests.Shared;

namespace Photos.Tests.House;

/// <summary>What tests start of ours is heard: its output reaches the scan of the run's log.</summary>
public sealed class LoggedProcessTests
{
    // Tools, and services that are not ours.
    private static readonly string[] Others =
    [
        "AwsCommandTests.cs", "BuiltProject.cs", "Dynalite.cs", "InstalledBrowser.cs", "NodePackages.cs", "OpenApiCheck.cs",
        "S3Endpoints.cs", "SmallDiskTests.cs", "SourceTests.cs", "SwitchTests.cs", "TemplateTool.cs",
    ];

    [Fact]
    public void Every_test_file_that_starts_a_program_of_ours_hands_its_output_to_the_log_of_the_run()
    {
        var deaf =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "test"), "*.cs", SearchOption.AllDirectories)
            where !Others.Contains(Path.GetFileName(file)) && Path.GetFileName(file) != $"{nameof(LoggedProcessTests)}.cs"
            let text = File.ReadAllText(file)
            where text.Contains(" Process.Start(", StringComparison.Ordinal)
            where !text.Contains("RunLog.", StringComparison.Ordinal)
            select Path.GetFileName(file);

        Assert.Empty(deaf);
    }
}
