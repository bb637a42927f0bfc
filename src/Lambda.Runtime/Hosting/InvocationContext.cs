using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>The context a function sees, from the sandbox and the head of its event.</summary>
internal sealed class InvocationContext(
    Sandbox sandbox, InvocationHead head, ILambdaLogger logger, ILambdaSerializer? serializer, TimeProvider clock)
    : ILambdaContext
{
    public string AwsRequestId => head.RequestId;

    public IClientContext ClientContext => field ??= CallingClient.Of(head.ClientContext);

    public string FunctionName => sandbox.FunctionName;

    public string FunctionVersion => sandbox.FunctionVersion;

    public ICognitoIdentity Identity => field ??= CallingIdentity.Of(head.CognitoIdentity);

    public string InvokedFunctionArn => head.FunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => sandbox.LogGroupName;

    public string LogStreamName => sandbox.LogStreamName;

    public int MemoryLimitInMB => sandbox.Memory;

    public TimeSpan RemainingTime
    {
        get
        {
            var left = head.Deadline - clock.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public string TenantId => head.TenantId;

    public string TraceId => head.TraceId ?? "";

    public ILambdaSerializer? Serializer => serializer;
}
