using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Lambda.Sample;

/// <summary>What the functions are made with.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Called once by each function's handler.</summary>
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<Shop>();
        services.AddScoped<Basket>();
    }
}

/// <summary>Lives as long as its process.</summary>
public sealed class Shop
{
    public string Name => "The corner shop";
}

/// <summary>Lives as long as one request.</summary>
public sealed class Basket : IAsyncDisposable
{
    public int Count { get; set; }

    public ValueTask DisposeAsync()
    {
        Count = 0;
        return ValueTask.CompletedTask;
    }
}
