using Lambda.Local.Console.History;
using Lambda.Local.HttpApi.Events;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi;

/// <summary>Gives a client the gateway's own answer, where no function's is to be had.</summary>
internal static class Refusal
{
    public static async Task GiveAsync(GatewayAnswer answer, HttpContext context, RequestIds ids, Entry? entry)
    {
        // A function's answer that turned out to be wrong may have left some.
        var headers = context.Response.Headers;
        headers.Clear();
        ids.Mark(headers);
        if (answer != GatewayAnswer.BadRequest)
            StayingConnection.Mark(context);
        entry?.Refused(answer);
        await answer.WriteAsync(context.Response);
    }
}
