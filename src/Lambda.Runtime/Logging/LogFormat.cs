namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>How a line of the log is written.</summary>
internal enum LogFormat
{
    /// <summary>Time, request, level and message, with tabs between them.</summary>
    Text,

    /// <summary>The message alone.</summary>
    Unformatted,

    /// <summary>One JSON object.</summary>
    Json,
}
