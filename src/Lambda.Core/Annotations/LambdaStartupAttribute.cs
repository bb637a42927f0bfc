namespace Amazon.Lambda.Annotations;

/// <summary>
/// Marks the one class that registers services: it has a constructor without parameters and a method
/// <c>void ConfigureServices(IServiceCollection services)</c>, called once before a function's first event.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LambdaStartupAttribute : Attribute;
