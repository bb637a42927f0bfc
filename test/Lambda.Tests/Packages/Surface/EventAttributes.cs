// The event attributes of Amazon.Lambda.Annotations 2.3.0.
namespace Amazon.Lambda.Annotations.S3
{
    [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
    public class S3EventAttribute(string bucket) : System.Attribute
    {
        public string Bucket { get; set; } = bucket;
        public string ResourceName { get; set; }
        public string Events { get; set; }
        public string FilterPrefix { get; set; }
        public string FilterSuffix { get; set; }
        public bool Enabled { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.SQS
{
    [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
    public class SQSEventAttribute(string queue) : System.Attribute
    {
        public string Queue { get; set; } = queue;
        public string ResourceName { get; set; }
        public bool Enabled { get; set; }
        public uint BatchSize { get; set; }
        public uint MaximumBatchingWindowInSeconds { get; set; }
        public string Filters { get; set; }
        public uint MaximumConcurrency { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.SNS
{
    [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
    public class SNSEventAttribute(string topic) : System.Attribute
    {
        public string Topic { get; set; } = topic;
        public string ResourceName { get; set; }
        public string FilterPolicy { get; set; }
        public bool Enabled { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.DynamoDB
{
    [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
    public class DynamoDBEventAttribute(string stream) : System.Attribute
    {
        public string Stream { get; set; } = stream;
        public string ResourceName { get; set; }
        public uint BatchSize { get; set; }
        public StartingPosition StartingPosition { get; set; }
        public bool Enabled { get; set; }
        public uint MaximumBatchingWindowInSeconds { get; set; }
        public string Filters { get; set; }
    }

    public enum StartingPosition
    {
        LATEST,
        TRIM_HORIZON,
    }
}

namespace Amazon.Lambda.Annotations.Schedule
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class ScheduleEventAttribute(string schedule) : System.Attribute
    {
        public string Schedule { get; set; } = schedule;
        public string ResourceName { get; set; }
        public string Description { get; set; }
        public string Input { get; set; }
        public bool Enabled { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.ALB
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class ALBApiAttribute(string listenerArn, string pathPattern, int priority) : System.Attribute
    {
        public string ListenerArn { get; set; } = listenerArn;
        public string PathPattern { get; set; } = pathPattern;
        public int Priority { get; set; } = priority;
        public bool MultiValueHeaders { get; set; }
        public string HostHeader { get; set; }
        public string HttpMethod { get; set; }
        public string HttpHeaderConditionName { get; set; }
        public string[] HttpHeaderConditionValues { get; set; }
        public string[] QueryStringConditions { get; set; }
        public string[] SourceIpConditions { get; set; }
        public string ResourceName { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromBodyAttribute : System.Attribute;

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromQueryAttribute : System.Attribute
    {
        public string Name { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromHeaderAttribute : System.Attribute
    {
        public string Name { get; set; }
    }
}

namespace Amazon.Lambda.Annotations
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class DurableExecutionAttribute(int executionTimeout) : System.Attribute
    {
        public int ExecutionTimeout { get; } = executionTimeout;
        public int RetentionPeriodInDays { get; set; }
    }
}
