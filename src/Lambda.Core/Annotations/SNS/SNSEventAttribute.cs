namespace Amazon.Lambda.Annotations.SNS;

/// <summary>Invokes a function with what is published to a topic.</summary>
/// <remarks>
/// The function takes an <c>SNSEvent</c> and, if it likes, an <c>ILambdaContext</c>; it returns nothing or a task. What
/// is not set here is not written to the template.
/// </remarks>
/// <param name="topic">The topic's ARN, or <c>@Name</c> for a resource or parameter of the template.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SNSEventAttribute(string topic) : Attribute
{
    /// <summary>The topic's ARN, or <c>@Name</c> for a resource or parameter of the template.</summary>
    public string Topic { get; set; } = topic;

    /// <summary>The event's name in the template, letters and digits; null derives it from the topic.</summary>
    public string? ResourceName { get; set; }

    /// <summary>A policy as JSON; a message whose attributes do not fit it is not delivered.</summary>
    public string? FilterPolicy { get; set; }

    /// <summary>Whether messages are delivered at all.</summary>
    public bool Enabled { get; set; } = true;
}
