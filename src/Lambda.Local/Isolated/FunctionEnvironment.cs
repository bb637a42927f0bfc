using System.Collections;
using Amazon.Lambda.Observing;
using Lambda.Local.Invoking;

namespace Lambda.Local.Isolated;

/// <summary>The environment of a function's process: as in Lambda, and what a program needs on this machine.</summary>
/// <remarks>
/// Other variables of the shell stay outside, since they would be missing in the cloud. Where the template names one
/// that the shell has too, the person's value holds, as in process.
/// </remarks>
internal static class FunctionEnvironment
{
    private const string Region = "AWS_REGION";

    private static readonly HashSet<string> Needed = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
        "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
    };

    // Of tools that look into this process: they would look into its children too, and find nobody they know.
    private static readonly string[] Foreign =
        ["DOTNET_STARTUP_HOOKS", "DOTNET_MODIFIABLE_ASSEMBLIES", "DOTNET_WATCH", "DOTNET_HOTRELOAD"];

    /// <param name="shell">Of this process.</param>
    /// <param name="address">Of the Runtime API, for this process alone.</param>
    public static Dictionary<string, string> Of(
        FunctionDescription function, FunctionProgram program, IDictionary shell, string address)
    {
        var variables = new Dictionary<string, string>(function.Environment);
        foreach (DictionaryEntry entry in shell)
        {
            var (name, value) = ((string)entry.Key, (string)entry.Value!);
            if (name is not FunctionAssembly.HandlerVariable && (variables.ContainsKey(name) || IsNeeded(name)))
                variables[name] = value;
        }

        foreach (var (name, value) in program.Environment)
            variables[name] = value;

        variables.TryAdd(Region, "us-east-1");
        variables["AWS_DEFAULT_REGION"] = variables[Region];
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.LogicalId;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{function.MemoryMegabytes}";
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.LogicalId}";
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = "local";
        variables["AWS_LAMBDA_RUNTIME_API"] = address;
        variables["LAMBDA_TASK_ROOT"] = program.Folder;
        variables["_HANDLER"] = function.Handler;
        variables["TZ"] = ":UTC";
        variables["LANG"] = "en_US.UTF-8";
        return variables;
    }

    private static bool IsNeeded(string name) =>
        Needed.Contains(name) ||
        (name.StartsWith("AWS_", StringComparison.Ordinal) && name is not EventLogOptions.NamespaceVariable) ||
        (name.StartsWith("DOTNET_", StringComparison.Ordinal) &&
            !Array.Exists(Foreign, tool => name.StartsWith(tool, StringComparison.Ordinal)));
}
