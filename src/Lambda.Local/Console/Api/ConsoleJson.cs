using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Lambda.Local.Console.Access;
using Lambda.Local.HttpApi;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>Writes the console's JSON.</summary>
internal static class ConsoleJson
{
    /// <summary>Letters as they are, but nothing that could be markup to a careless reader.</summary>
    public static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private const int UsualSize = 4096;

    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write, int status = 200)
    {
        using var buffer = new PooledBuffer(UsualSize);
        using (var json = new Utf8JsonWriter(buffer, Spelling))
            write(json);

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(buffer.Written, context.RequestAborted);
    }

    /// <summary>One list under one name.</summary>
    public static Task WriteListAsync<T>(
        HttpContext context, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(name);
            foreach (var item in items)
                write(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    public static Task RefuseAsync(HttpContext context, ConsoleRefusal refusal) => WriteAsync(
        context,
        json =>
        {
            json.WriteStartObject();
            json.WriteString("message", refusal.Message);
            json.WriteEndObject();
        },
        refusal.Status);
}
