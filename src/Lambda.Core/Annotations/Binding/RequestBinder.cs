using System.ComponentModel;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>Takes a function's arguments out of the texts of a request. Called by generated handlers.</summary>
/// <remarks>
/// What is missing gives the value named by <c>missing</c>; what is there and cannot be read gives it too, and is
/// reported.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestBinder
{
    private readonly RequestParts _parts;

    private protected RequestBinder(RequestParts parts) => _parts = parts;

    /// <summary>A variable of the path; told apart by case.</summary>
    public T Route<T>(string name, TextParser<T> parse, T missing) =>
        One(_parts.Variable(name), name, parse, missing);

    /// <summary>A query parameter; told apart by case.</summary>
    public T Query<T>(string name, TextParser<T> parse, T missing) => One(_parts.Query(name), name, parse, missing);

    /// <summary>A header, whatever the case of its name.</summary>
    public T Header<T>(string name, TextParser<T> parse, T missing) => One(HeaderText(name), name, parse, missing);

    /// <summary>A query parameter's values; null when it is missing.</summary>
    public List<T>? QueryList<T>(string name, TextParser<T> parse) => Many(_parts.QueryList(name), name, parse);

    /// <summary>A header's values; null when it is missing.</summary>
    public List<T>? HeaderList<T>(string name, TextParser<T> parse) => Many(_parts.HeaderList(name), name, parse);

    private protected virtual string? HeaderText(string name) => _parts.Header(name);

    /// <summary>Hears of a text that could not be read; the text itself is nobody's business.</summary>
    private protected abstract void Report(string name, string type);

    private T One<T>(string? text, string name, TextParser<T> parse, T missing)
    {
        if (text is null)
            return missing;
        if (parse(text, out var value))
            return value;

        Report<T>(name);
        return missing;
    }

    private List<T>? Many<T>(IEnumerable<string>? texts, string name, TextParser<T> parse)
    {
        if (texts is null)
            return null;

        var values = new List<T>();
        foreach (var text in texts)
        {
            if (parse(text, out var value))
                values.Add(value);
            else
                Report<T>(name);
        }

        return values;
    }

    private void Report<T>(string name) => Report(name, (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).Name);
}
