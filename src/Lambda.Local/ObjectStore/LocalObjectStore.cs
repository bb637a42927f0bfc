using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Lambda.Local.Disk;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Operations;
using Lambda.Local.ObjectStore.Signing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

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

    private readonly string _bucket;
    private readonly SiteAccess _site;
    private readonly SignatureCheck _signatures;
    private readonly ObjectFolder _objects;
    private readonly PutObject _put;
    private readonly GetObject _get;
    private readonly ListObjects _list;

    /// <summary>Opens the store, clearing away what an interrupted upload left.</summary>
    /// <param name="folder">Holds the objects; made, for the owner alone, where missing. One store at a time.</param>
    /// <param name="bucket">The one bucket that exists.</param>
    /// <param name="credentials">Whose signatures count.</param>
    /// <param name="site">The address whose pages may use links by script.</param>
    /// <param name="clock">Decides whether a signature is of the moment.</param>
    /// <exception cref="LocalStartException">The folder cannot be written.</exception>
    public LocalObjectStore(
        string folder, string bucket, ObjectStoreCredentials credentials, Uri site, TimeProvider clock)
    {
        _bucket = bucket;
        _site = new SiteAccess(site);
        _signatures = new SignatureCheck(credentials, clock);
        try
        {
            _objects = new ObjectFolder(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new LocalStartException($"The folder {folder} cannot be used for pictures: {cause.Message}", cause);
        }

        _put = new PutObject(_objects, clock);
        _get = new GetObject(_objects);
        _list = new ListObjects(_objects, bucket);
    }

    /// <summary>Answers one request completely.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[S3Xml.RequestIdHeader] = RandomNumberGenerator.GetHexString(16);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NothingRuns;
        _site.Allow(context);

        if (await TryAsync(context) is { } error)
            await S3Xml.RefuseAsync(context, error);
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
        catch (Exception gone) when (
            gone is ConnectionResetException
            || (gone is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody is left to be told.
            return null;
        }
        catch (Exception damage) when (
            !context.Response.HasStarted
            && damage is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            return S3Error.Damaged;
        }
    }

    private async Task<S3Error?> AnswerAsync(HttpContext context)
    {
        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return RequestTarget.Read(rawTarget, out var target)
            ?? _signatures.Examine(context.Request, target)
            ?? await OperateAsync(context, target);
    }

    private Task<S3Error?> OperateAsync(HttpContext context, RequestTarget target)
    {
        var query = target.Query;
        var understood = (context.Request.Method, target.Key) switch
        {
            ("GET", null) => ListObjects.Understood,
            ("GET" or "HEAD", _) => GetObject.Overrides,
            _ => [],
        };
        if (query.FirstBeyond(understood) is { } unknown)
            return Task.FromResult<S3Error?>(S3Error.NotImplemented($"The parameter {unknown}"));

        return (context.Request.Method, target.Bucket, target.Key) switch
        {
            ("GET", null, _) => ListBucketsAsync(context),
            (_, { } bucket, _) when bucket != _bucket => Task.FromResult<S3Error?>(S3Error.NoSuchBucket),
            ("HEAD", not null, null) => Task.FromResult<S3Error?>(null),
            ("GET", not null, null) => _list.AnswerAsync(context, query),
            ("PUT", not null, { } key) => _put.AnswerAsync(context, key),
            ("GET" or "HEAD", not null, { } key) => _get.AnswerAsync(context, key, query),
            ("DELETE", not null, { } key) => DeleteAsync(context, key),
            _ => Task.FromResult<S3Error?>(S3Error.MethodNotAllowed),
        };
    }

    private async Task<S3Error?> ListBucketsAsync(HttpContext context)
    {
        await S3Xml.WriteAsync(context, new XElement(
            S3Xml.Namespace + "ListAllMyBucketsResult",
            new XElement(S3Xml.Namespace + "Buckets", new XElement(
                S3Xml.Namespace + "Bucket",
                S3Xml.Element("Name", _bucket),
                S3Xml.Element("CreationDate", S3Xml.Time(DateTimeOffset.UnixEpoch))))));
        return null;
    }

    private Task<S3Error?> DeleteAsync(HttpContext context, string key)
    {
        _objects.Remove(key);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<S3Error?>(null);
    }
}
