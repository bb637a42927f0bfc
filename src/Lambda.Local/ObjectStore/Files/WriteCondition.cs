namespace Lambda.Local.ObjectStore.Files;

/// <summary>What must be true of a key at the very moment at which it is written or removed.</summary>
internal abstract record WriteCondition
{
    public static readonly WriteCondition None = new Nothing();

    /// <summary>Among any number of writers with one key, exactly one wins.</summary>
    public static readonly WriteCondition OnlyIfNew = new New();

    /// <param name="etag">Without quotes; <c>*</c> for any object.</param>
    public static WriteCondition OnlyIfTag(string etag) => new Tag(etag);

    /// <summary>For rewriting an object that was read before.</summary>
    public static WriteCondition OnlyIfSame(ObjectFacts facts) => new Same(facts.Version);

    /// <summary>False when the condition can be judged without looking.</summary>
    public virtual bool Looks => true;

    /// <param name="current">The object that has the key now, or null.</param>
    /// <returns>Null when the key may be written.</returns>
    public abstract S3Error? Objection(ObjectFacts? current);

    private sealed record Nothing : WriteCondition
    {
        public override bool Looks => false;

        public override S3Error? Objection(ObjectFacts? current) => null;
    }

    private sealed record New : WriteCondition
    {
        public override S3Error? Objection(ObjectFacts? current) =>
            current is null ? null : S3Error.PreconditionFailed;
    }

    private sealed record Tag(string Text) : WriteCondition
    {
        public override S3Error? Objection(ObjectFacts? current) =>
            current is null ? S3Error.NoSuchKey
            : Text == "*" || Text == current.ETag ? null
            : S3Error.PreconditionFailed;
    }

    private sealed record Same(string Version) : WriteCondition
    {
        public override S3Error? Objection(ObjectFacts? current) =>
            current is null ? S3Error.NoSuchKey : current.Version == Version ? null : S3Error.Conflict;
    }
}
