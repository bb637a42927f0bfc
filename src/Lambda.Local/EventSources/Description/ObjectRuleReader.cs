using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Local.EventSources.Description;

/// <summary>
/// Reads what functions are told of objects: their <c>S3</c> events, and the <c>LambdaConfigurations</c> of buckets.
/// </summary>
internal sealed class ObjectRuleReader(TemplateDocument template, FunctionReader functions)
{
    private const string BucketType = "AWS::S3::Bucket";

    /// <summary>The families of events that a bucket can tell a function of.</summary>
    private static readonly string[] Families =
    [
        "s3:ObjectCreated:", "s3:ObjectRemoved:", "s3:ObjectRestore:", "s3:ObjectTagging:", "s3:ObjectAcl:Put",
        "s3:Replication:", "s3:LifecycleExpiration:", "s3:LifecycleTransition", "s3:IntelligentTiering",
        "s3:ReducedRedundancyLostObject",
    ];

    /// <exception cref="TemplateException">A rule makes no sense, or the cloud would refuse it.</exception>
    public ObjectRule[] Read()
    {
        (string Bucket, ObjectRule Rule)[] all = [.. OfFunctions(), .. OfBuckets()];
        if (all.FirstOrDefault(one => one.Bucket != all[0].Bucket) is { Bucket: { } second })
        {
            throw new TemplateException(
                $"Functions are told of objects in {all[0].Bucket} and in {second}; one bucket is served here.");
        }

        for (var at = 1; at < all.Length; at++)
        {
            if (all[..at].FirstOrDefault(earlier => earlier.Rule.Overlaps(all[at].Rule)).Rule is { } other)
            {
                throw new TemplateException(
                    $"The events {other.Id} and {all[at].Rule.Id} of the bucket {all[0].Bucket} overlap, which S3 "
                    + "refuses; give them different events, prefixes or suffixes.");
            }
        }

        return [.. all.Select(one => one.Rule)];
    }

    private IEnumerable<(string Bucket, ObjectRule Rule)> OfFunctions() =>
        from happening in functions.Happenings()
        where happening.Type is "S3"
        let bucket = happening.Properties["Bucket"]
        let rule = Rule(
            happening.Function.LogicalId + happening.Name,
            happening.Function,
            happening.Properties["Events"],
            happening.Properties["Filter"])
        select (Named(bucket), rule);

    private IEnumerable<(string Bucket, ObjectRule Rule)> OfBuckets() =>
        from bucket in template.Resources(BucketType)
        from setting in bucket.Properties["NotificationConfiguration"]["LambdaConfigurations"].Items()
            .Select((value, at) => (Value: value, At: at))
        let function = functions.Named(setting.Value["Function"])
        select (
            bucket.LogicalId,
            Rule($"{bucket.LogicalId}{setting.At}", function, setting.Value["Event"], setting.Value["Filter"]));

    private string Named(TemplateValue bucket) =>
        template.Resources(BucketType).Any(declared => declared.LogicalId == bucket.Text())
            ? bucket.Text()
            : throw new TemplateException(
                $"{bucket.Where}: {bucket.Text()} is no bucket of this template, and S3 tells of no other.");

    private static bool IsKnown(string name) =>
        Families.Any(family => name.StartsWith(family, StringComparison.Ordinal));

    private static ObjectRule Rule(string id, FunctionDescription function, TemplateValue events, TemplateValue filter)
    {
        var names = events.Texts();
        if (names is [])
            throw new TemplateException($"{events.Where} is missing; name some, such as s3:ObjectCreated:*.");
        if (names.FirstOrDefault(name => !IsKnown(name)) is { } odd)
        {
            throw new TemplateException(
                $"{events.Where}: S3 has no event {odd}; there is s3:ObjectCreated:*, for example.");
        }

        var (prefix, suffix) = ("", "");
        foreach (var rule in filter["S3Key"]["Rules"].Items())
        {
            switch (rule["Name"].Text().ToUpperInvariant())
            {
                case "PREFIX":
                    prefix = rule["Value"].Text();
                    break;
                case "SUFFIX":
                    suffix = rule["Value"].Text();
                    break;
                default:
                    throw new TemplateException(
                        $"{rule["Name"].Where} is {rule["Name"].Text()}; a key is filtered by its prefix or suffix.");
            }
        }

        return new ObjectRule(id, function, names, prefix, suffix);
    }
}
