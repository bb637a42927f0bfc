using System.Security.Cryptography;
using System.Text.Json;
using Lambda.Local.Disk;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Operations;
using Lambda.Local.ObjectStore.Signing;
using Lambda.Local.ObjectStore.Uploads;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore;

/// <summary>
/// One bucket that speaks S3's protocol, path style, on files: unmodified SDKs and presigned links work, and whatever
/// S3 would refuse is refused with S3's words.
/// </summary>
/// <remarks>
/// It owns its origin, mounted at the root. Every request but a CORS preflight must be signed with
/// <c>credentials</c>, in the Authorization header or in the query.
/// </remarks>
public sealed class LocalObjectStore
{
    // Whatever bytes a link serves, a browser must neither guess their type nor run them.
    private const string NothingRuns = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private readonly SiteAccess _site;
    private readonly SignatureCheck _signatures;
    private readonly ObjectFolder _objects;
    private readonly OperationTable _operations;

    /// <summary>Opens the store, clearing away what an interrupted upload left.</summary>
    /// <param name="folder">Holds the objects; made, for the owner alone, where missing. One store at a time.</param>
    /// <param name="bucket">The one bucket that exists.</param>
    /// <param name="credentials">Whose signatures count.</param>
    /// <param name="site">The address whose pages may use links by script.</param>
    /// <param name="clock">Decides whether a signature is of the moment.</param>
    /// <exception cref="LocalStartException">The folder cannot be written.</exception>
    public LocalObjectStore(
        string folder, string bucket, ObjectStoreCredentials credentials, Uri site, TimeProvider clock)
        : this(folder, bucket, credentials, site, clock, newFile: null, watch: null)
    {
    }

    /// <param name="newFile">Makes the files that bytes are written to.</param>
    /// <param name="watch">Asked before objects are stored and removed.</param>
    internal LocalObjectStore(
        string folder,
        string bucket,
        ObjectStoreCredentials credentials,
        Uri site,
        TimeProvider clock,
        Func<string, FileStream>? newFile,
        ObjectWatch? watch)
    {
        _site = new SiteAccess(site);
        _signatures = new SignatureCheck(credentials, clock);
        try
        {
            _objects = new ObjectFolder(folder, newFile);
            var changes = new WatchedFolder(_objects, watch ?? (_ => ValueTask.FromResult(ObjectNotice.None)), clock);
            _operations = new OperationTable(_objects, changes, new UploadFolder(folder), bucket, clock);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new LocalStartException($"The folder {folder} cannot be used for pictures: {cause.Message}", cause);
        }
    }

    /// <summary>Objects of this machine's owner to look at, in the order of their keys, without a signature.</summary>
    /// <param name="after">Empty to begin, else the last key that is known already.</param>
    internal IEnumerable<ObjectFacts> List(string prefix, string after, int limit)
    {
        var position = after is "" ? KeyPosition.Start : KeyPosition.Behind(after);
        foreach (var key in _objects.List(prefix, position).Take(limit))
        {
            using var found = _objects.Find(key);
            if (found is not null)
                yield return found.Facts;
        }
    }

    /// <summary>Answers one request completely.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var requestId = RandomNumberGenerator.GetHexString(16);
        Prepare(context, requestId);
        if (await TryAsync(context) is not { } error)
            return;

        // What was already said of an object does not describe the refusal to send it.
        if (error == S3Error.Damaged)
        {
            context.Response.Headers.Clear();
            Prepare(context, requestId);
        }

        await S3Xml.RefuseAsync(context, error);
    }

    /// <summary>What is known of an object; null where there is none.</summary>
    /// <exception cref="InvalidDataException">Its file is damaged.</exception>
    internal ObjectFacts? FactsOf(string key)
    {
        using var found = _objects.Find(key);
        return found?.Facts;
    }

    private void Prepare(HttpContext context, string requestId)
    {
        var headers = context.Response.Headers;
        headers[S3Xml.RequestIdHeader] = requestId;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NothingRuns;
        _site.Allow(context);
    }

    private async Task<S3Error?> TryAsync(HttpContext context)
    {
        try
        {
            return _site.IsPreflight(context.Request)
                ? _site.AnswerPreflight(context)
                : await AnswerAsync(context);
        }
        catch (IOException full) when (DiskFull.Is(full))
        {
            return S3Error.DiskFull;
        }
        catch (PathTooLongException)
        {
            return S3Error.KeyTooLong;
        }
        catch (BadHttpRequestException)
        {
            return S3Error.IncompleteBody;
        }
        catch (Exception cause) when (
            BrokenRequest.IsAbandoned(context, cause)
            || (cause is IOException && context.RequestAborted.IsCancellationRequested))
        {
            return null;
        }
        catch (Exception damage) when (
            !context.Response.HasStarted
            && damage is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            return S3Error.Damaged;
        }
    }

    private async Task<S3Error?> AnswerAsync(HttpContext context) =>
        RequestTarget.Read(RequestTarget.Raw(context), out var target)
        ?? _signatures.Examine(context.Request, target, out var signature)
        ?? await _operations.AnswerAsync(new S3Request(context, target, signature!));
}
