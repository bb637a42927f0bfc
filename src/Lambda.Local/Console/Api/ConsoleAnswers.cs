using Lambda.Local.Console.Access;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>Answers that say no more than that something is done, or what is wrong with the question.</summary>
internal static class ConsoleAnswers
{
    /// <summary>204.</summary>
    public static Task<ConsoleRefusal?> DoneAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<ConsoleRefusal?>(null);
    }

    public static ConsoleRefusal Wrong(string message) => new(StatusCodes.Status400BadRequest, message);
}
