namespace Amazon.Lambda.Core;

/// <summary>What a function may know about the invocation it is answering and the sandbox it runs in.</summary>
public interface ILambdaContext
{
    /// <summary>Names this invocation in logs; the same when Lambda tries an event again.</summary>
    string AwsRequestId { get; }

#nullable disable annotations // These may be null, and unannotated code against Amazon's package must not warn.

    /// <summary>
    /// The calling mobile application. Without one it has no members, or is null, depending on the host.
    /// </summary>
    IClientContext ClientContext { get; }

    /// <summary>
    /// The calling Cognito identity. Without one it has no members, or is null, depending on the host.
    /// </summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The serializer the function was started with; null when it was started with streams.</summary>
    ILambdaSerializer Serializer => null;

#nullable restore annotations

    /// <summary>The deployed function's name.</summary>
    string FunctionName { get; }

    /// <summary>The deployed version: <c>$LATEST</c> or a number.</summary>
    string FunctionVersion { get; }

    /// <summary>The ARN that was invoked, with its alias or version if one was named.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to this invocation's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The CloudWatch log group; empty outside of Lambda.</summary>
    string LogGroupName { get; }

    /// <summary>The CloudWatch log stream of this sandbox; empty outside of Lambda.</summary>
    string LogStreamName { get; }

    /// <summary>Memory of the sandbox in MB; 0 when unknown.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>
    /// Time until Lambda ends this invocation; shrinks at every look, zero when it is over or unknown.
    /// </summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant the invocation is isolated for; empty when there is none.</summary>
    string TenantId => "";

    /// <summary>
    /// The X-Ray trace header of the invocation, such as <c>Root=1-…;Sampled=1</c>; empty when there is none.
    /// </summary>
    string TraceId => "";
}
