using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>
/// Takes the arguments of a function that serves HTTP out of a request. Called by generated handlers.
/// </summary>
/// <remarks>
/// The handler asks <see cref="IsRefused"/> when all arguments are bound, and answers <c>Refuse</c>: 401 when the
/// authorizer did not say what it must, else 400 with everything that could not be read.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FunctionBinder : RequestBinder
{
    private readonly string? _body;
    private readonly bool _isBase64;
    private readonly IDictionary<string, object>? _authorizer;
    private readonly List<string> _errors = [];
    private string? _unsaid;

    private protected FunctionBinder(
        RequestParts parts, string? body, bool isBase64, IDictionary<string, object>? authorizer)
        : base(parts)
    {
        _body = body;
        _isBase64 = isBase64;
        _authorizer = authorizer;
    }

    /// <summary>Whether an argument could not be read, or the authorizer did not say it.</summary>
    public bool IsRefused => _errors.Count > 0 || _unsaid is not null;

    /// <summary>A value of the context that the route's Lambda authorizer returned; told apart by case.</summary>
    public T Authorizer<T>(string name, TextParser<T> parse)
    {
        // A number read from an event is a JsonElement, and its text is the number.
        if (_authorizer?.TryGetValue(name, out var found) == true
            && Convert.ToString(found, CultureInfo.InvariantCulture) is { } text
            && found is not null
            && parse(text, out var value))
        {
            return value;
        }

        _unsaid ??= name;
        return default!;
    }

    /// <summary>The body as text; null when there is none.</summary>
    public string? BodyText()
    {
        if (_body is null || !_isBase64)
            return _body;

        return Bytes(_body) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>The body through the serializer; a missing one is an error.</summary>
    public T? Body<T>(ILambdaSerializer serializer)
    {
        if (_body is null)
            _errors.Add("Value at 'body' failed to satisfy constraint: must not be missing");

        return Body<T>(serializer, default!);
    }

    /// <summary>The body through the serializer; a missing one is <paramref name="missing"/>.</summary>
    public T? Body<T>(ILambdaSerializer serializer, T missing)
    {
        if (_body is null)
            return missing;
        if (Bytes(_body) is not { } bytes)
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

    /// <summary>The refusal's bytes, for handlers whose other answers are bytes too.</summary>
    public Stream RefuseAsStream(ILambdaContext context) => Refusal(context).ToStream();

    private protected override void Report(string name, string type) =>
        _errors.Add($"Value at '{name}' failed to satisfy constraint: must be a valid {type}");

    private protected Answer Refusal(ILambdaContext context)
    {
        if (_unsaid is null)
            return Answer.Invalid(_errors);

        context?.Logger?.LogDebug(
            $"401: the route's authorizer put no '{_unsaid}' of the expected type into its context.");
        return Answer.Unauthorized;
    }

    // A type that the serializer was never told of is no fault of the client's: that is for the log, and a 500.
    private static bool IsOurMistake(Exception error) =>
        error is NotSupportedException || error.InnerException is NotSupportedException;

    // A path names members of our own type, or keys of a dictionary, which the client chose.
    private static bool IsPlain(string path) => path.Length <= 100 && !path.Contains('\'', StringComparison.Ordinal);

    private byte[]? Bytes(string body)
    {
        if (!_isBase64)
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
}
