namespace Amazon.Lambda.Annotations.DynamoDB;

/// <summary>Invokes a function with the changes of a table.</summary>
/// <remarks>
/// The function takes a <c>DynamoDBEvent</c> and, if it likes, an <c>ILambdaContext</c>; it returns nothing or a task.
/// But for the starting position, which a stream must have, what is not set here is not written to the template.
/// </remarks>
/// <param name="stream">The stream's ARN, or <c>@Table</c> for a table or parameter of the template.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DynamoDBEventAttribute(string stream) : Attribute
{
    /// <summary>The stream's ARN, or <c>@Table</c> for a table or parameter of the template.</summary>
    public string Stream { get; set; } = stream;

    /// <summary>The event's name in the template, letters and digits; null means the table's.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Changes of one event at most: 1 to 10,000. Lambda's own choice is 100.</summary>
    public uint BatchSize { get; set; } = 100;

    /// <summary>Whether a new function begins with what happens next or with all that the stream still has.</summary>
    public StartingPosition StartingPosition { get; set; } = StartingPosition.LATEST;

    /// <summary>Whether changes are fetched at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Seconds to wait for more changes: 0 to 300.</summary>
    public uint MaximumBatchingWindowInSeconds { get; set; }

    /// <summary>Patterns, separated by semicolons; a change that fits none of them is skipped.</summary>
    public string? Filters { get; set; }
}

/// <summary>Where in a stream a new function begins.</summary>
public enum StartingPosition
{
    /// <summary>With what happens next.</summary>
    LATEST,

    /// <summary>With the oldest change that the stream still has, at most a day ago.</summary>
#pragma warning disable CA1707 // The spelling is DynamoDB's, and what the template says.
    TRIM_HORIZON,
#pragma warning restore CA1707
}
