using System.Text.Json;
using Lambda.Local.Console.History;
using Lambda.Local.Console.Showing;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>Gives a function an event by hand, and shows what it returned.</summary>
internal sealed class Sender(FunctionList functions, RecordedInvoker invoker)
{
    public async Task SendAsync(HttpContext context, string function, byte[] payload, Entry entry)
    {
        ReadOnlyMemory<byte> result = default;
        try
        {
            result = await invoker.InvokeAsync(functions.Find(function)!, new Invocation(payload), entry);
        }
        catch (FunctionException)
        {
            // The entry tells.
        }

        await ConsoleJson.WriteAsync(context, json => Write(json, entry, result));
    }

    private static void Write(Utf8JsonWriter json, Entry entry, ReadOnlyMemory<byte> result)
    {
        json.WriteStartObject();
        json.WritePropertyName("request");
        EntryJson.Write(json, entry);
        if (!result.IsEmpty)
        {
            json.WritePropertyName("result");
            new MaskedJson().WriteText(json, result);
        }

        json.WriteEndObject();
    }
}
