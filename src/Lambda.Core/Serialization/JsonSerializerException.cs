namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// An event could not be read, or an answer could not be written; the inner exception says where and why.
/// </summary>
public class JsonSerializerException : Exception
{
    /// <summary>An exception that says nothing.</summary>
    public JsonSerializerException()
    {
    }

    /// <summary>An exception that says what went wrong.</summary>
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what went wrong, and why.</summary>
    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
