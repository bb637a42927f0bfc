using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace Lambda.Tests.Events;

public sealed record PhotoAdded(string Photo, long Bytes);

[JsonSerializable(typeof(S3Event))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(SNSEvent.MessageAttribute), TypeInfoPropertyName = "SnsMessageAttribute")]
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(CloudWatchEvent<PhotoAdded>))]
internal sealed partial class EventsJson : JsonSerializerContext;

internal sealed class CamelCaseEvents() : SourceGeneratorLambdaJsonSerializer<EventsJson>(
    options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);

/// <summary>What AWS sends becomes objects, whatever the serializer does to names.</summary>
public abstract class EventTypeTests
{
    private static readonly DateTime Morning = new(2026, 11, 21, 4, 0, 0, DateTimeKind.Utc);

    protected abstract ILambdaSerializer Serializer { get; }

    [Fact]
    public void An_s3_event_says_which_object_came()
    {
        var record = Assert.Single(Read<S3Event>(EventJson.S3).Records);

        Assert.Equal(("ObjectCreated:Put", "aws:s3", "2.1"), (record.EventName, record.EventSource, record.EventVersion));
        Assert.Equal(new DateTime(2026, 11, 21, 9, 15, 2, 617, DateTimeKind.Utc), record.EventTime);
        Assert.Equal(("pictures-123", "arn:aws:s3:::pictures-123"), (record.S3.Bucket.Name, record.S3.Bucket.Arn));
        Assert.Equal("A3NL1KOZZKExample", record.S3.Bucket.OwnerIdentity!.PrincipalId);
        Assert.Equal(("pictures", "1.0"), (record.S3.ConfigurationId, record.S3.S3SchemaVersion));
        Assert.Equal((1976579, "d41d8cd98f00b204e9800998ecf8427e"), (record.S3.Object.Size, record.S3.Object.ETag));
        Assert.Equal(
            ("096fKKXTRTtl3on89fVO", "0055AED6DCD90281E5"),
            (record.S3.Object.VersionId, record.S3.Object.Sequencer));
    }

    [Fact]
    public void An_s3_events_key_is_decoded_as_a_form_is()
    {
        var found = Read<S3Event>(EventJson.S3).Records[0].S3.Object;

        Assert.Equal("holiday+at+sea/Gr%C3%BC%C3%9Fe%2B1.jpg", found.Key);
        Assert.Equal("holiday at sea/Grüße+1.jpg", found.KeyDecoded);
    }

    [Fact]
    public void An_s3_event_says_who_did_it_and_what_support_asks_for()
    {
        var record = Read<S3Event>(EventJson.S3).Records[0];

        Assert.Equal("AWS:AROAEXAMPLE:upload", record.UserIdentity!.PrincipalId);
        Assert.Equal("203.0.113.7", record.RequestParameters!.SourceIPAddress);
        Assert.Equal("C3D13FE58DE4C810", record.ResponseElements!.XAmzRequestId);
        Assert.Equal("FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG", record.ResponseElements.XAmzId2);
        Assert.Null(record.GlacierEventData);
    }

    [Fact]
    public void An_s3_event_says_until_when_a_restored_object_can_be_read()
    {
        var restored = Read<S3Event>(EventJson.S3Restored).Records[0].GlacierEventData!.RestoreEventData!;

        Assert.Equal(new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc), restored.LifecycleRestorationExpiryTime);
        Assert.Equal("GLACIER", restored.LifecycleRestoreStorageClass);
    }

    [Fact]
    public void An_sqs_event_has_each_message_with_its_attributes()
    {
        var messages = Read<SQSEvent>(EventJson.Sqs).Records;

        Assert.Equal(["""{"photo":"01J"}""", "again"], messages.Select(message => message.Body));
        Assert.Equal("059f36b4-87a3-44ab-83d2-661975830a7d", messages[0].MessageId);
        Assert.Equal("arn:aws:sqs:eu-central-1:123456789012:work", messages[0].EventSourceArn);
        Assert.Equal("1", messages[0].Attributes["ApproximateReceiveCount"]);
        Assert.Equal("c48838208d2b4e14e3ca0093a8443f09", messages[0].Md5OfMessageAttributes);
        Assert.Equal(("12", "Number"), (messages[0].MessageAttributes["size"].StringValue, messages[0].MessageAttributes["size"].DataType));
        Assert.Equal([1, 2], messages[0].MessageAttributes["proof"].BinaryValue!.ToArray());
        Assert.Empty(messages[1].MessageAttributes);
    }

    [Fact]
    public void A_batch_answer_names_what_failed_as_lambda_reads_it()
    {
        using var json = new MemoryStream();
        Serializer.Serialize(new SQSBatchResponse([new() { ItemIdentifier = "059f36b4" }]), json);

        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"059f36b4"}]}""", Encoding.UTF8.GetString(json.ToArray()));
        Assert.Empty(new SQSBatchResponse().BatchItemFailures);
    }

    [Fact]
    public void An_sns_event_has_the_message_with_its_attributes()
    {
        var record = Assert.Single(Read<SNSEvent>(EventJson.Sns).Records);

        Assert.EndsWith(":news:21be56ed-a058-49f5-8c98-aedd2564c486", record.EventSubscriptionArn, StringComparison.Ordinal);
        Assert.Equal(("A new photo", null, "Notification"), (record.Sns.Message, record.Sns.Subject, record.Sns.Type));
        Assert.Equal(new DateTime(2026, 11, 21, 12, 45, 7, DateTimeKind.Utc), record.Sns.Timestamp);
        Assert.EndsWith("ac565b8b.pem", record.Sns.SigningCertUrl, StringComparison.Ordinal);
        Assert.Equal(("String", "sea"), (record.Sns.MessageAttributes["album"].Type, record.Sns.MessageAttributes["album"].Value));
    }

    [Fact]
    public void A_table_event_has_the_item_before_and_after()
    {
        var records = Read<DynamoDBEvent>(EventJson.DynamoDB).Records;
        var (added, removed) = (records[0].Dynamodb, records[1].Dynamodb);

        Assert.Equal(["INSERT", "REMOVE"], records.Select(record => record.EventName));
        Assert.Equal(new DateTime(2020, 9, 13, 12, 26, 40, DateTimeKind.Utc), added.ApproximateCreationDateTime);
        Assert.Equal(added.ApproximateCreationDateTime, removed.ApproximateCreationDateTime);
        Assert.Equal(("101", "102"), (added.Keys["Id"].N, removed.Keys["Id"].N));
        Assert.Equal(("102", null, null), (removed.OldImage!["Id"].N, removed.NewImage, added.OldImage));
        Assert.Equal((26, "4421584500000000017450439091"), (added.SizeBytes, added.SequenceNumber));
        Assert.Equal((null, "dynamodb.amazonaws.com"), (records[0].UserIdentity, records[1].UserIdentity!.PrincipalId));
        Assert.Contains(":table/photos/stream/", records[0].EventSourceArn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_events_values_are_of_any_type()
    {
        var image = Read<DynamoDBEvent>(EventJson.DynamoDB).Records[0].Dynamodb.NewImage!;

        Assert.Equal(("Harbour", "101"), (image["Title"].S, image["Id"].N));
        Assert.Equal((false, null), (image["Favourite"].BOOL, image["Title"].BOOL));
        Assert.Equal((true, null), (image["Caption"].NULL, image["Title"].NULL));
        Assert.Equal(["sea", "boat"], image["Tags"].SS!);
        Assert.Equal(["1", "2.5"], image["Sizes"].NS!);
        Assert.Equal([1, 2], image["Proof"].B!.ToArray());
        Assert.Equal([3], image["Proofs"].BS![1].ToArray());
        Assert.Equal("59.9", image["Place"].M!["Latitude"].N);
        Assert.Equal(("a", "2"), (image["Pages"].L![0].S, image["Pages"].L![1].N));
    }

    [Fact]
    public void A_table_events_item_is_shown_as_plain_json()
    {
        var image = Read<DynamoDBEvent>(EventJson.DynamoDB).Records[0].Dynamodb.NewImage!;

        Assert.Equal(
            """{"Id":101,"Title":"Harbour","Favourite":false,"Caption":null,"Tags":["sea","boat"],"Sizes":[1,2.5],"Proof":"AQI=","Proofs":["AQI=","Aw=="],"Place":{"Latitude":59.9},"Pages":["a",2]}""",
            image.ToJson());
        Assert.True(JsonElement.DeepEquals(
            JsonDocument.Parse(image.ToJson()).RootElement, JsonDocument.Parse(image.ToJsonPretty()).RootElement));
        Assert.Contains("\n", image.ToJsonPretty(), StringComparison.Ordinal);
        Assert.Equal("{}", ExtensionMethods.ToJson(null));
    }

    [Fact]
    public void A_scheduled_event_says_when_and_by_which_rule()
    {
        var found = Read<ScheduledEvent>(EventJson.Scheduled);

        Assert.Equal(("Scheduled Event", "aws.events", Morning), (found.DetailType, found.Source, found.Time));
        Assert.Equal(["arn:aws:events:eu-central-1:123456789012:rule/sweep"], found.Resources);
        Assert.NotNull(found.Detail);
    }

    [Fact]
    public void An_event_of_ones_own_has_a_detail_of_ones_own()
    {
        var found = Read<CloudWatchEvent<PhotoAdded>>(EventJson.Finding);

        Assert.Equal(new PhotoAdded("01J", 5), found.Detail);
        Assert.Equal(("Photo Added", "photos"), (found.DetailType, found.Source));
    }

    private T Read<T>(string json) => Serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}

public sealed class GeneratedEventTests : EventTypeTests
{
    protected override ILambdaSerializer Serializer { get; } = new SourceGeneratorLambdaJsonSerializer<EventsJson>();
}

public sealed class CamelCaseEventTests : EventTypeTests
{
    protected override ILambdaSerializer Serializer { get; } = new CamelCaseEvents();
}

public sealed class ReflectedEventTests : EventTypeTests
{
    protected override ILambdaSerializer Serializer { get; } = new EventsByReflection();
}
