namespace Amazon.Lambda.Annotations;

/// <summary>Would make a function a durable one, whose steps survive the end of its invocations.</summary>
/// <remarks>
/// Durable functions are not offered. The attribute is known so that code which has it is told so, AWSLambda0144,
/// rather than deployed as something else.
/// </remarks>
/// <param name="executionTimeout">Seconds that all invocations together may take: 1 to 31,622,400.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DurableExecutionAttribute(int executionTimeout) : Attribute
{
    /// <summary>Seconds that all invocations together may take.</summary>
    public int ExecutionTimeout { get; } = executionTimeout;

    /// <summary>Days for which an ended execution can be looked at: 1 to 90.</summary>
    public int RetentionPeriodInDays { get; set; }
}
