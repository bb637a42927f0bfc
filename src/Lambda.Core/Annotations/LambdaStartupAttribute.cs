namespace Amazon.Lambda.Annotations;

/// <summary>
/// Marks the one class that registers services: it has a constructor without parameters and one of the methods
/// <c>void ConfigureServices(IServiceCollection services)</c> and <c>HostApplicationBuilder ConfigureHostBuilder()</c>,
/// called once for each function, before its first event. The method may be inherited.
/// </summary>
/// <remarks>
/// A function class is registered as a singleton; <c>ConfigureServices</c> may register it in another way. The
/// builder's host is built and started, hosted services included, and there is no container besides its own.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LambdaStartupAttribute : Attribute;
