namespace Amazon.Lambda.Annotations.ALB;

/// <summary>Would serve a path behind an Application Load Balancer.</summary>
/// <remarks>
/// Load balancers are not offered. The attribute is known so that code which has it is told so, AWSLambda0132, rather
/// than deployed as something else.
/// </remarks>
/// <param name="listenerArn">The listener's ARN, or <c>@Name</c> for one in the template.</param>
/// <param name="pathPattern">The path, with <c>*</c> and <c>?</c>.</param>
/// <param name="priority">The rule's place among the listener's: 1 to 50,000.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ALBApiAttribute(string listenerArn, string pathPattern, int priority) : Attribute
{
    /// <summary>The listener's ARN, or <c>@Name</c> for one in the template.</summary>
    public string ListenerArn { get; set; } = listenerArn;

    /// <summary>The path, with <c>*</c> and <c>?</c>.</summary>
    public string PathPattern { get; set; } = pathPattern;

    /// <summary>The rule's place among the listener's.</summary>
    public int Priority { get; set; } = priority;

    /// <summary>Whether headers and query parameters come as lists.</summary>
    public bool MultiValueHeaders { get; set; }

    /// <summary>The host that must be asked.</summary>
    public string? HostHeader { get; set; }

    /// <summary>The HTTP method that must be used.</summary>
    public string? HttpMethod { get; set; }

    /// <summary>A header that must be sent.</summary>
    public string? HttpHeaderConditionName { get; set; }

    /// <summary>What that header may say.</summary>
    public string[]? HttpHeaderConditionValues { get; set; }

    /// <summary>Query parameters that must be sent, as <c>name=value</c>.</summary>
    public string[]? QueryStringConditions { get; set; }

    /// <summary>Where the client must be, in CIDR notation.</summary>
    public string[]? SourceIpConditions { get; set; }

    /// <summary>What the names of its resources begin with.</summary>
    public string? ResourceName { get; set; }
}
