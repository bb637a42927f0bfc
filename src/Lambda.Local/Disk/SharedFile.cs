using System.Text.Json;

namespace Lambda.Local.Disk;

/// <summary>A small JSON file that several processes read and change at once, without losing a change.</summary>
/// <param name="empty">What is read while there is no file.</param>
internal sealed class SharedFile<T>(string path, T empty)
    where T : class
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="LocalStartException">The file is there but was damaged.</exception>
    public T Read()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Strict) ?? throw Damaged(null);
        }
        catch (FileNotFoundException)
        {
            return empty;
        }
        catch (JsonException cause)
        {
            throw Damaged(cause);
        }
    }

    /// <summary>
    /// Reads, changes and replaces the file while nobody else can; the new content is on the disk at the end.
    /// </summary>
    /// <param name="change">Returns the same instance to leave the file as it is.</param>
    public TResult Change<TResult>(Func<T, (T Next, TResult Result)> change)
    {
        using var turn = FileLock.Take($"{path}.lock");
        var before = Read();
        var (next, result) = change(before);
        if (!ReferenceEquals(before, next))
            OwnerOnly.Replace(path, JsonSerializer.SerializeToUtf8Bytes(next, Strict));
        return result;
    }

    private LocalStartException Damaged(Exception? cause) =>
        new($"{path} cannot be read; restore it from a copy, or delete it to begin without it.", cause);
}
