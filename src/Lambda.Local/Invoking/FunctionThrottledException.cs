namespace Lambda.Local.Invoking;

/// <summary>A function was not called, because too many of it run at once.</summary>
internal sealed class FunctionThrottledException(string message) : FunctionException(message);
