using System.Text.Json;
using Lambda.Local.Console.Access;
using Lambda.Local.HttpApi.Description;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>The routes of the template, with what each asks of its caller.</summary>
internal sealed class RoutesApi(HttpApiDescription api)
{
    public async Task<ConsoleRefusal?> ListAsync(HttpContext context)
    {
        var routes = api.Routes.Select(route => (route, api))
            .Concat(api.Rest?.Routes.Select(route => (route, api.Rest)) ?? [])
            .OrderBy(route => route.route.Path, StringComparer.Ordinal);
        await ConsoleJson.WriteListAsync(context, "routes", routes, Write);
        return null;
    }

    private static void Write(Utf8JsonWriter json, (Route Route, HttpApiDescription Api) found)
    {
        var route = found.Route;
        json.WriteStartObject();
        json.WriteString("route", route.Key);
        json.WriteString("method", route.Path is null ? Route.AnyMethod : route.Method);
        json.WriteString("path", route.Path ?? route.Key);
        json.WriteString("function", route.Function.LogicalId);
        json.WriteString("api", found.Api.IsRest ? $"REST, below /{found.Api.Stage}" : "HTTP");
        if ((route.Jwt is null ? route.Guard?.Function.LogicalId : "token") is { } authorizer)
            json.WriteString("authorizer", authorizer);
        if (route.Jwt is { } jwt)
            json.WriteString("issuer", jwt.Issuer);
        json.WriteStartArray("scopes");
        foreach (var scope in route.Scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
