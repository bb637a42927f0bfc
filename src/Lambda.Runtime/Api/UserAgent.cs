using System.Runtime.CompilerServices;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>How a bootstrap names itself: <c>aws-lambda-dotnet/{.NET}-{bootstrap}[-aot]</c>.</summary>
internal static class UserAgent
{
    /// <summary>This assembly's, which a test compares; asking the assembly would cost time at each start.</summary>
    public const string Version = "0.1.0";

    public static string Text { get; } =
        $"aws-lambda-dotnet/{Environment.Version}-{Version}{(RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot")}";
}
