namespace Lambda.Annotations;

/// <summary>Allows one function some actions on one resource, and nothing else.</summary>
/// <remarks>
/// <code>
/// [LambdaFunction]
/// [PolicyStatement("@Photos", "dynamodb:GetItem"), PolicyStatement("@Photos/index/*", "dynamodb:Query")]
/// </code>
/// The statements join what <c>Policies</c> of <c>[LambdaFunction]</c> says. A function with a <c>Role</c> has none:
/// its role says what it may do.
/// </remarks>
/// <param name="resource">
/// <c>@Resource</c> for its ARN, <c>@Resource.Attribute</c> where the ARN has another name, either with a rest that
/// begins with <c>/</c> or <c>:</c>; an ARN, in which <c>${…}</c> is filled in; or <c>*</c>.
/// </param>
/// <param name="actions">Such as <c>s3:GetObject</c>; at least one.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PolicyStatementAttribute(string resource, params string[] actions) : Attribute
{
    /// <summary>What the actions are allowed on.</summary>
    public string Resource { get; } = resource;

    /// <summary>What is allowed.</summary>
    public IReadOnlyList<string> Actions { get; } = actions;
}
