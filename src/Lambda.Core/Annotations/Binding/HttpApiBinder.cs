using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>Takes a function's arguments out of a request. Called by generated handlers.</summary>
/// <remarks>
/// What is missing gives the value named by <c>missing</c>. What is there and cannot be read is remembered: the handler
/// asks <see cref="IsRefused"/> when all arguments are bound, and answers <see cref="Refuse"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HttpApiBinder(APIGatewayHttpApiV2ProxyRequest request)
{
    private readonly List<string> _errors = [];

    /// <summary>Whether an argument could not be read.</summary>
    public bool IsRefused => _errors.Count > 0;

    /// <summary>A variable of the path; told apart by case.</summary>
    public T Route<T>(string name, TextParser<T> parse, T missing) =>
        One(Find(request.PathParameters, name), name, parse, missing);

    /// <summary>A query parameter; told apart by case.</summary>
    public T Query<T>(string name, TextParser<T> parse, T missing) =>
        One(Find(request.QueryStringParameters, name), name, parse, missing);

    /// <summary>A header, whatever the case of its name.</summary>
    public T Header<T>(string name, TextParser<T> parse, T missing) => One(FindHeader(name), name, parse, missing);

    /// <summary>A query parameter's values, separated by commas; null when it is missing.</summary>
    public List<T>? QueryList<T>(string name, TextParser<T> parse) =>
        Many(Find(request.QueryStringParameters, name), name, parse);

    /// <summary>A header's values, separated by commas; null when it is missing.</summary>
    public List<T>? HeaderList<T>(string name, TextParser<T> parse) => Many(FindHeader(name), name, parse);

    /// <summary>The body as text; null when there is none.</summary>
    public string? BodyText()
    {
        if (request.Body is null || !request.IsBase64Encoded)
            return request.Body;

        return Bytes(request.Body) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>The body through the serializer; a missing one is an error.</summary>
    public T? Body<T>(ILambdaSerializer serializer)
    {
        if (request.Body is null)
            _errors.Add("Value at 'body' failed to satisfy constraint: must not be missing");

        return Body<T>(serializer, default!);
    }

    /// <summary>The body through the serializer; a missing one is <paramref name="missing"/>.</summary>
    public T? Body<T>(ILambdaSerializer serializer, T missing)
    {
        if (request.Body is null)
            return missing;
        if (Bytes(request.Body) is not { } bytes)
            return default;

        try
        {
            return serializer.Deserialize<T>(new MemoryStream(bytes, writable: false));
        }
        catch (Exception error) when (!IsOurMistake(error))
        {
            var path = (error as JsonException ?? error.InnerException as JsonException)?.Path;
            _errors.Add(
                "Value at 'body' failed to satisfy constraint: must be JSON of the expected shape"
                + (path is null or "$" || !IsPlain(path) ? "" : $" (at {path})"));
            return default;
        }
    }

    /// <summary>400 with what is wrong, where, and never what was sent.</summary>
    public APIGatewayHttpApiV2ProxyResponse Refuse() => HttpApiAnswer.Refusal(_errors);

    // A type that the serializer was never told of is no fault of the client's: that is for the log, and a 500.
    private static bool IsOurMistake(Exception error) =>
        error is NotSupportedException || error.InnerException is NotSupportedException;

    // A path names members of our own type, or keys of a dictionary, which the client chose.
    private static bool IsPlain(string path) => path.Length <= 100 && !path.Contains('\'', StringComparison.Ordinal);

    private static string? Find(IDictionary<string, string>? values, string name) =>
        values is not null && values.TryGetValue(name, out var value) ? value : null;

    private string? FindHeader(string name)
    {
        foreach (var (key, value) in request.Headers ?? new Dictionary<string, string>())
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private T One<T>(string? text, string name, TextParser<T> parse, T missing)
    {
        if (text is null)
            return missing;
        if (parse(text, out var value))
            return value;

        Refuse<T>(name);
        return missing;
    }

    private List<T>? Many<T>(string? text, string name, TextParser<T> parse)
    {
        if (text is null)
            return null;

        var values = new List<T>();
        foreach (var part in text.Split(','))
        {
            if (parse(part, out var value))
                values.Add(value);
            else
                Refuse<T>(name);
        }

        return values;
    }

    private byte[]? Bytes(string body)
    {
        if (!request.IsBase64Encoded)
            return Encoding.UTF8.GetBytes(body);

        try
        {
            return Convert.FromBase64String(body);
        }
        catch (FormatException)
        {
            _errors.Add("Value at 'body' failed to satisfy constraint: must be base64");
            return null;
        }
    }

    private void Refuse<T>(string name)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        _errors.Add($"Value at '{name}' failed to satisfy constraint: must be a valid {type.Name}");
    }
}
