using System.Diagnostics;
using Amazon.Lambda.Observing;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>What an exception says of itself, or as much of it as it is able to.</summary>
/// <remarks>
/// Message and text are members that functions override, and an override may fail or give nothing. That must cost
/// neither the report of the failure nor the process. What a library quotes of a link or a header is masked: reports
/// travel to traces, queues and callers.
/// </remarks>
internal static class ExceptionText
{
    /// <summary>The message; empty when it has none to give.</summary>
    public static string Message(Exception error)
    {
        try
        {
            return MaskedText.Of(error.Message ?? "");
        }
        catch (Exception)
        {
            return "";
        }
    }

    /// <summary>Type, message, causes and stack; without the causes when it cannot put that together itself.</summary>
    public static string Whole(Exception error)
    {
        try
        {
            return MaskedText.Of(error.ToString());
        }
        catch (Exception)
        {
            return $"{error.GetType().FullName}: {Message(error)}\n{new StackTrace(error, fNeedFileInfo: true)}";
        }
    }
}
