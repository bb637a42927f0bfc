// What Amazon.Lambda.Core 3.2.0 offers, by name and signature.
namespace Amazon.Lambda.Core
{
    public interface ILambdaContext
    {
        string AwsRequestId { get; }
        IClientContext ClientContext { get; }
        string FunctionName { get; }
        string FunctionVersion { get; }
        ICognitoIdentity Identity { get; }
        string InvokedFunctionArn { get; }
        ILambdaLogger Logger { get; }
        string LogGroupName { get; }
        string LogStreamName { get; }
        int MemoryLimitInMB { get; }
        System.TimeSpan RemainingTime { get; }
        string TenantId => throw null;
        string TraceId => throw null;
        ILambdaSerializer Serializer => throw null;
    }

    public interface IClientContext
    {
        System.Collections.Generic.IDictionary<string, string> Environment { get; }
        IClientApplication Client { get; }
        System.Collections.Generic.IDictionary<string, string> Custom { get; }
    }

    public interface IClientApplication
    {
        string AppPackageName { get; }
        string AppTitle { get; }
        string AppVersionCode { get; }
        string AppVersionName { get; }
        string InstallationId { get; }
    }

    public interface ICognitoIdentity
    {
        string IdentityId { get; }
        string IdentityPoolId { get; }
    }

    public enum LogLevel
    {
        Trace = 0,
        Debug = 1,
        Information = 2,
        Warning = 3,
        Error = 4,
        Critical = 5,
    }

    public interface ILambdaLogger
    {
        void Log(string message);
        void LogLine(string message);
        void Log(string level, string message) => throw null;
        void Log(LogLevel level, string message) => throw null;
        void LogTrace(string message) => throw null;
        void LogDebug(string message) => throw null;
        void LogInformation(string message) => throw null;
        void LogWarning(string message) => throw null;
        void LogError(string message) => throw null;
        void LogCritical(string message) => throw null;
        void Log(string level, string message, params object[] args) => throw null;
        void Log(string level, System.Exception exception, string message, params object[] args) => throw null;
        void Log(LogLevel level, string message, params object[] args) => throw null;
        void Log(LogLevel level, System.Exception exception, string message, params object[] args) => throw null;
        void LogTrace(string message, params object[] args) => throw null;
        void LogTrace(System.Exception exception, string message, params object[] args) => throw null;
        void LogDebug(string message, params object[] args) => throw null;
        void LogDebug(System.Exception exception, string message, params object[] args) => throw null;
        void LogInformation(string message, params object[] args) => throw null;
        void LogInformation(System.Exception exception, string message, params object[] args) => throw null;
        void LogWarning(string message, params object[] args) => throw null;
        void LogWarning(System.Exception exception, string message, params object[] args) => throw null;
        void LogError(string message, params object[] args) => throw null;
        void LogError(System.Exception exception, string message, params object[] args) => throw null;
        void LogCritical(string message, params object[] args) => throw null;
        void LogCritical(System.Exception exception, string message, params object[] args) => throw null;
    }

    public static class LambdaLogger
    {
        public static void Log(string message) => throw null;
        public static void Log(string level, string message, params object[] args) => throw null;
        public static void Log(string level, System.Exception exception, string message, params object[] args) =>
            throw null;
        public static void Log(LogLevel level, string message, params object[] args) => throw null;
        public static void Log(LogLevel level, System.Exception exception, string message, params object[] args) =>
            throw null;
    }

    public interface ILambdaSerializer
    {
        T Deserialize<T>(System.IO.Stream requestStream);
        void Serialize<T>(T response, System.IO.Stream responseStream);
    }

    [System.AttributeUsage(System.AttributeTargets.Method | System.AttributeTargets.Assembly)]
    public sealed class LambdaSerializerAttribute(System.Type serializerType) : System.Attribute
    {
        public System.Type SerializerType { get; set; } = serializerType;
    }

    public static class SnapshotRestore
    {
        public static void RegisterBeforeSnapshot(System.Func<System.Threading.Tasks.ValueTask> action) => throw null;
        public static void RegisterAfterRestore(System.Func<System.Threading.Tasks.ValueTask> action) => throw null;
    }

    public class LambdaTraceProvider
    {
        private LambdaTraceProvider() => throw null;
        public static string CurrentTraceId => throw null;
    }
}
