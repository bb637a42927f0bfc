using System.Net;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Changes;

/// <summary>An object that is about to be stored or removed.</summary>
/// <param name="Event">S3's name of it, such as <c>ObjectCreated:Put</c>.</param>
/// <param name="Stored">What is known of it; null where it is removed.</param>
/// <param name="SourceAddress">The client's.</param>
internal sealed record ObjectChange(
    string Event, string Key, ObjectFacts? Stored, DateTimeOffset At, string SourceAddress, string RequestId)
{
    private const string Removal = "ObjectRemoved:Delete";

    /// <param name="how">The last word of the event's name, such as <c>Put</c>.</param>
    public static ObjectChange OfStored(S3Request request, ObjectFacts facts, string how) =>
        Of(request, $"ObjectCreated:{how}", facts.Key, facts, facts.StoredAt);

    public static ObjectChange OfRemoved(S3Request request, string key, DateTimeOffset at) =>
        Of(request, Removal, key, null, at);

    private static ObjectChange Of(S3Request request, string name, string key, ObjectFacts? facts, DateTimeOffset at) =>
        new(
            name,
            key,
            facts,
            at,
            (request.Context.Connection.RemoteIpAddress ?? IPAddress.Loopback).ToString(),
            request.Response.Headers[S3Xml.RequestIdHeader].ToString());
}
