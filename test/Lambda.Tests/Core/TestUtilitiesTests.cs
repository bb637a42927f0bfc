using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace Lambda.Tests.Core;

public sealed class TestUtilitiesTests
{
    [Fact]
    public void A_test_sees_what_a_function_logged_with_its_level()
    {
        var context = new TestLambdaContext();

        ((ILambdaContext)context).Logger.LogLine("plain");
        context.Logger.LogWarning("{count} photos", 3);
        context.Logger.LogError(new InvalidOperationException("broken"), "failed");

        Assert.Equal(
            ["plain", "Warning: 3 photos", "Error: failed", "System.InvalidOperationException: broken", ""],
            ((TestLambdaLogger)context.Logger).Buffer.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void A_context_holds_what_a_test_sets_and_nothing_else()
    {
        var empty = new TestLambdaContext();
        ILambdaContext context = new TestLambdaContext
        {
            AwsRequestId = "req",
            RemainingTime = TimeSpan.FromSeconds(3),
            TenantId = "ada",
            ClientContext = new TestClientContext { Client = new TestClientApplication { AppTitle = "Camera" } },
            Identity = new TestCognitoIdentity { IdentityId = "id" },
        };

        Assert.Null(empty.AwsRequestId);
        Assert.Null(empty.ClientContext);
        Assert.Equal(TimeSpan.Zero, empty.RemainingTime);
        Assert.Equal(("req", "ada", "Camera", "id"), (
            context.AwsRequestId, context.TenantId, context.ClientContext.Client.AppTitle, context.Identity.IdentityId));
    }
}
