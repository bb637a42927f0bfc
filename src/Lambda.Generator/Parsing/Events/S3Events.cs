namespace Lambda.Generator.Parsing.Events;

/// <summary>Objects that come and go. S3 only tells of buckets that the template itself declares.</summary>
internal static class S3Events
{
    public static readonly EventKind Kind = new(
        "S3",
        $"{KnownNames.Annotations}.S3.S3EventAttribute",
        "Bucket",
        "Amazon.Lambda.S3Events.S3Event",
        Diagnostics.InvalidS3Event,
        Read,
        HasSwitch: false);

    private static string? Read(EventAttribute attribute)
    {
        var bucket = LogicalName.Referred(attribute.Source);
        if (bucket is null || !LogicalName.Is(bucket))
        {
            attribute.Refuse(
                "Bucket",
                $"'{attribute.Source}' refers to no bucket of the template; write its logical id behind '@', as in "
                + "'@Pictures'");
            return null;
        }

        attribute.PutText("Bucket.Ref", bucket);
        var events = attribute.Text("Events") is null ? ["s3:ObjectCreated:*"] : attribute.Texts("Events");
        if (events is null)
            attribute.Refuse("Events", "Events is empty; name some, such as 's3:ObjectCreated:*', or leave it out");
        else
            attribute.Put("Events", JsonText.Array(events.Select(JsonText.Quote)));

        PutRules(attribute);
        attribute.PutEnabled();
        return bucket;
    }

    private static void PutRules(EventAttribute attribute)
    {
        (string Name, string? Value)[] rules =
            [("prefix", attribute.Text("FilterPrefix")), ("suffix", attribute.Text("FilterSuffix"))];
        var set = rules.Where(rule => rule.Value is not null).Select(rule => JsonText.Object(
            ("Name", JsonText.Quote(rule.Name)), ("Value", JsonText.Quote(rule.Value!)))).ToArray();

        if (set.Length > 0)
            attribute.Put("Filter.S3Key.Rules", JsonText.Array(set));
    }
}
