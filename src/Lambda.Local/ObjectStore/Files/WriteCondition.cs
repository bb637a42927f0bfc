namespace Lambda.Local.ObjectStore.Files;

/// <summary>What must be true of a key at the very moment at which it is written or removed.</summary>
internal abstract record WriteCondition
{
    public static readonly WriteCondition None = new Nothing();

    /// <summary>Among any number of writers with one key, exactly one wins.</summary>
    public static readonly WriteCondition OnlyIfNew = new New();

    /// <param name="etag">Without quotes; <c>*</c> for any object.</param>
    public static WriteCondition OnlyIfTag(string etag) => new Tag(etag);

    /// <param name="exists">Whether a file has the key's name, be it whole or damaged.</param>
    /// <param name="read">Reads what is known of it; null where there is none.</param>
    /// <returns>Null when the key may be written.</returns>
    public abstract S3Error? Objection(bool exists, Func<ObjectFacts?> read);

    private sealed record Nothing : WriteCondition
    {
        public override S3Error? Objection(bool exists, Func<ObjectFacts?> read) => null;
    }

    private sealed record New : WriteCondition
    {
        public override S3Error? Objection(bool exists, Func<ObjectFacts?> read) =>
            exists ? S3Error.PreconditionFailed : null;
    }

    private sealed record Tag(string Text) : WriteCondition
    {
        public override S3Error? Objection(bool exists, Func<ObjectFacts?> read) =>
            read() is not { } current ? S3Error.NoSuchKey
            : Text == "*" || Text == current.ETag ? null
            : S3Error.PreconditionFailed;
    }
}
