using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lambda.Local.Console.History;
using Lambda.Local.ObjectStore.Checksums;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore;

/// <summary>S3 answers in XML, also when it refuses.</summary>
internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public const string RequestIdHeader = "x-amz-request-id";

    private const string MediaType = "application/xml";

    private const string OwnerId = "6c6f63616c6c6f63616c6c6f63616c6c6f63616c6c6f63616c6c6f63616c6c6f";

    public static XElement Element(string name, object value) => new(Namespace + name, value);

    /// <summary>A whole answer, or an element with others in it; null stands for one that does not apply.</summary>
    public static XElement Parent(string name, params object?[] children) => new(Namespace + name, children);

    public static XElement Checksum(Checksum checksum) =>
        Element("Checksum" + checksum.Algorithm, checksum.Value);

    /// <summary>Whose everything is; there is one owner.</summary>
    public static XElement Owner(string name) => Parent(name, Element("ID", OwnerId), Element("DisplayName", "local"));

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// The error's status and, where HTTP allows a body, its code and sentence. Of the request nothing is echoed but
    /// its path, as encoded as it came.
    /// </summary>
    public static async Task RefuseAsync(HttpContext context, S3Error error)
    {
        var response = context.Response;
        if (!response.HasStarted)
            response.StatusCode = error.Status;
        if (error == S3Error.NotModified)
            return;

        context.Features.Set(new ProblemText(error.Code, null, error.Message));
        await WriteAsync(context, new XElement(
            "Error",
            new XElement("Code", error.Code),
            new XElement("Message", error.Message),
            new XElement("Resource", RequestTarget.RawPath(context)),
            new XElement("RequestId", response.Headers[RequestIdHeader].ToString())));
    }

    /// <summary>Begins the answer that is not known yet, or adds a space to what was begun.</summary>
    public static async Task KeepWaitingAsync(HttpContext context)
    {
        var bytes = context.Response.HasStarted ? " "u8 : "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8;
        if (!context.Response.HasStarted)
            context.Response.ContentType = MediaType;
        await context.Response.BodyWriter.WriteAsync(bytes.ToArray(), CancellationToken.None);
    }

    /// <summary>Writes the whole answer, or what is missing of one that was begun.</summary>
    public static async Task WriteAsync(HttpContext context, XElement root)
    {
        var isBegun = context.Response.HasStarted;
        using var text = new MemoryStream();
        // Keys may hold characters that XML forbids; S3 writes them as references all the same.
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            CheckCharacters = false,
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = isBegun,
        };
        using (var writer = XmlWriter.Create(text, settings))
            root.Save(writer);

        if (!isBegun)
        {
            context.Response.ContentType = MediaType;
            if (HttpMethods.IsHead(context.Request.Method))
                return;
            context.Response.ContentLength = text.Length;
        }

        await context.Response.Body.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length), context.RequestAborted);
    }
}
