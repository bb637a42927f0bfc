namespace Amazon.Lambda.Core;

/// <summary>Turns an event's bytes into the value a function takes, and the value it returns into bytes.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads one value, to the end of the stream. Throws when the bytes are no such value.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Appends one value to the stream and leaves it open.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
