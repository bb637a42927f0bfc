namespace Amazon.Lambda.Annotations;

/// <summary>Takes the argument from the services of this invocation's scope.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
