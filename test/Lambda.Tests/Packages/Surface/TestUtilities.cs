// What Amazon.Lambda.TestUtilities 4.2.0 offers, by name and signature.
using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities
{
    public class TestLambdaContext : ILambdaContext
    {
        public string AwsRequestId { get; set; }
        public IClientContext ClientContext { get; set; }
        public string FunctionName { get; set; }
        public string FunctionVersion { get; set; }
        public ICognitoIdentity Identity { get; set; }
        public string InvokedFunctionArn { get; set; }
        public ILambdaLogger Logger { get; set; }
        public string LogGroupName { get; set; }
        public string LogStreamName { get; set; }
        public int MemoryLimitInMB { get; set; }
        public System.TimeSpan RemainingTime { get; set; }
    }

    public class TestLambdaLogger : ILambdaLogger
    {
        public System.Text.StringBuilder Buffer { get; }
        public void Log(string message) => throw null;
        public void LogLine(string message) => throw null;
    }

    public class TestClientContext : IClientContext
    {
        public IDictionary<string, string> Environment { get; set; }
        public IClientApplication Client { get; set; }
        public IDictionary<string, string> Custom { get; set; }
    }

    public class TestClientApplication : IClientApplication
    {
        public string AppPackageName { get; set; }
        public string AppTitle { get; set; }
        public string AppVersionCode { get; set; }
        public string AppVersionName { get; set; }
        public string InstallationId { get; set; }
    }

    public class TestCognitoIdentity : ICognitoIdentity
    {
        public string IdentityId { get; set; }
        public string IdentityPoolId { get; set; }
    }
}
