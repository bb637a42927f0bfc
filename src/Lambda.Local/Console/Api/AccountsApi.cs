using System.Text.Json;
using Lambda.Local.Console.Access;
using Lambda.Local.Console.Showing;
using Lambda.Local.ObjectStore;
using Lambda.Local.SignIn;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>The accounts of the local sign-in, and what each has: records and files.</summary>
internal sealed class AccountsApi(LocalSignIn? signIn, IAccountRecords? records, LocalObjectStore objects)
{
    private const int MaxAccounts = 200;
    private const int MaxPage = 100;

    private static readonly ConsoleRefusal Missing =
        new(StatusCodes.Status404NotFound, "There is no such account; GET /_local/api/accounts lists them all.");

    private static readonly ConsoleRefusal NoRecords =
        new(StatusCodes.Status404NotFound, "This function set does not say what its accounts have.");

    public async Task<ConsoleRefusal?> ListAsync(HttpContext context)
    {
        var request = context.Request;
        var accounts = signIn?.Accounts() ?? [];
        var shown = accounts.Skip(Paging.Skip(request)).Take(Paging.Limit(request, MaxAccounts));
        await ConsoleJson.WriteListAsync(context, "accounts", shown, (json, account) =>
        {
            json.WriteStartObject();
            json.WriteString("id", account.Id);
            json.WriteString("name", account.Name);
            json.WriteString("since", account.Since);
            json.WriteBoolean("locked", account.IsLocked);
            json.WriteEndObject();
        });
        return null;
    }

    /// <summary>The kinds of records; with <c>?kind=</c>, a page of them.</summary>
    public async Task<ConsoleRefusal?> RecordsAsync(HttpContext context, string account)
    {
        if (Find(account) is not { } known)
            return Missing;
        if (records is null)
            return NoRecords;

        var (request, ct) = (context.Request, context.RequestAborted);
        if (request.Query["kind"] is not [{ } kind])
        {
            await ConsoleJson.WriteListAsync(
                context, "kinds", await records.ListKindsAsync(ct), (json, name) => json.WriteStringValue(name));
            return null;
        }

        var limit = Math.Max(1, Paging.Limit(request, MaxPage));
        var page = await records.ListAsync(known.Id.ToString(), kind, Paging.Skip(request), limit, ct);
        var masked = new MaskedJson();
        await ConsoleJson.WriteListAsync(context, "records", page, (json, record) =>
            masked.WriteText(json, JsonSerializer.SerializeToUtf8Bytes(record)));
        return null;
    }

    /// <summary>
    /// Objects whose key begins with what is the account's; <c>?after=</c> takes the last key of a page.
    /// </summary>
    public async Task<ConsoleRefusal?> FilesAsync(HttpContext context, string account)
    {
        if (Find(account) is not { } known)
            return Missing;
        if (records?.FilePrefix(known.Id.ToString()) is not { Length: > 0 } prefix)
            return NoRecords;

        var limit = Math.Max(1, Paging.Limit(context.Request, MaxPage));
        var files = objects.List(prefix, context.Request.Query["after"].ToString(), limit);
        await ConsoleJson.WriteListAsync(context, "files", files, (json, facts) =>
        {
            json.WriteStartObject();
            json.WriteString("key", facts.Key);
            json.WriteNumber("bytes", facts.Length);
            json.WriteString("type", facts.Headers.GetValueOrDefault("content-type", ""));
            json.WriteString("storedAt", facts.StoredAt);
            json.WriteEndObject();
        });
        return null;
    }

    private AccountSummary? Find(string id) =>
        signIn?.Accounts().FirstOrDefault(account => account.Id.ToString() == id);
}
