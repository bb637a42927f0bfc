namespace Lambda.Tests.Events;

/// <summary>Events as AWS sends them.</summary>
internal static class EventJson
{
    public const string S3 =
        """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1",
          "eventTime":"2026-11-21T09:15:02.617Z","eventName":"ObjectCreated:Put",
          "userIdentity":{"principalId":"AWS:AROAEXAMPLE:upload"},
          "requestParameters":{"sourceIPAddress":"203.0.113.7"},
          "responseElements":{"x-amz-request-id":"C3D13FE58DE4C810","x-amz-id-2":"FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG"},
          "s3":{"s3SchemaVersion":"1.0","configurationId":"pictures",
            "bucket":{"name":"pictures-123","ownerIdentity":{"principalId":"A3NL1KOZZKExample"},
              "arn":"arn:aws:s3:::pictures-123"},
            "object":{"key":"holiday+at+sea/Gr%C3%BC%C3%9Fe%2B1.jpg","size":1976579,
              "eTag":"d41d8cd98f00b204e9800998ecf8427e","versionId":"096fKKXTRTtl3on89fVO",
              "sequencer":"0055AED6DCD90281E5"}}}]}
        """;

    public const string S3Restored =
        """
        {"Records":[{"eventVersion":"2.3","eventSource":"aws:s3","awsRegion":"eu-central-1",
          "eventTime":"2026-11-21T09:15:02.617Z","eventName":"ObjectRestore:Completed",
          "s3":{"s3SchemaVersion":"1.0","configurationId":"pictures",
            "bucket":{"name":"pictures-123","arn":"arn:aws:s3:::pictures-123"},"object":{"key":"a.jpg","size":1}},
          "glacierEventData":{"restoreEventData":{"lifecycleRestorationExpiryTime":"2026-11-28T00:00:00.000Z",
            "lifecycleRestoreStorageClass":"GLACIER"}}}]}
        """;

    public const string Sqs =
        """
        {"Records":[
          {"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
            "body":"{\"photo\":\"01J\"}","attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183",
            "SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},
            "messageAttributes":{
              "size":{"stringValue":"12","stringListValues":[],"binaryListValues":[],"dataType":"Number"},
              "proof":{"binaryValue":"AQI=","stringListValues":[],"binaryListValues":[],"dataType":"Binary"}},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","md5OfMessageAttributes":"c48838208d2b4e14e3ca0093a8443f09",
            "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:work",
            "awsRegion":"eu-central-1"},
          {"messageId":"2e1424d4-f796-459a-8184-9c92662be6da","receiptHandle":"AQEBzWwaftRI0KuVm4tP","body":"again",
            "attributes":{"ApproximateReceiveCount":"2"},"messageAttributes":{},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:work","awsRegion":"eu-central-1"}]}
        """;

    public const string Sns =
        """
        {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0",
          "EventSubscriptionArn":"arn:aws:sns:eu-central-1:123456789012:news:21be56ed-a058-49f5-8c98-aedd2564c486",
          "Sns":{"Type":"Notification","MessageId":"95df01b4-ee98-5cb9-9903-4c221d41eb5e",
            "TopicArn":"arn:aws:sns:eu-central-1:123456789012:news","Subject":null,"Message":"A new photo",
            "Timestamp":"2026-11-21T12:45:07.000Z","SignatureVersion":"1","Signature":"tcc6faL2yUC6dgZdmrwh1Y4cGa",
            "SigningCertUrl":"https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-ac565b8b.pem",
            "UnsubscribeUrl":"https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe",
            "MessageAttributes":{"album":{"Type":"String","Value":"sea"},"size":{"Type":"Number","Value":"3"}}}}]}
        """;

    public const string DynamoDB =
        """
        {"Records":[
          {"eventID":"c4ca4238a0b923820dcc509a6f75849b","eventName":"INSERT","eventVersion":"1.1",
            "eventSource":"aws:dynamodb","awsRegion":"eu-central-1",
            "dynamodb":{"ApproximateCreationDateTime":1600000000,"Keys":{"Id":{"N":"101"}},
              "NewImage":{"Id":{"N":"101"},"Title":{"S":"Harbour"},"Favourite":{"BOOL":false},"Caption":{"NULL":true},
                "Tags":{"SS":["sea","boat"]},"Sizes":{"NS":["1","2.5"]},"Proof":{"B":"AQI="},"Proofs":{"BS":["AQI=","Aw=="]},
                "Place":{"M":{"Latitude":{"N":"59.9"}}},"Pages":{"L":[{"S":"a"},{"N":"2"}]}},
              "SequenceNumber":"4421584500000000017450439091","SizeBytes":26,"StreamViewType":"NEW_AND_OLD_IMAGES"},
            "eventSourceARN":"arn:aws:dynamodb:eu-central-1:123456789012:table/photos/stream/2026-01-01T00:00:00.000"},
          {"eventID":"c81e728d9d4c2f636f067f89cc14862c","eventName":"REMOVE","eventVersion":"1.1",
            "eventSource":"aws:dynamodb","awsRegion":"eu-central-1",
            "userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"},
            "dynamodb":{"ApproximateCreationDateTime":1.6E9,"Keys":{"Id":{"N":"102"}},"OldImage":{"Id":{"N":"102"}},
              "SequenceNumber":"4421584500000000017450439092","SizeBytes":59,"StreamViewType":"NEW_AND_OLD_IMAGES"},
            "eventSourceARN":"arn:aws:dynamodb:eu-central-1:123456789012:table/photos/stream/2026-01-01T00:00:00.000"}]}
        """;

    public const string Scheduled =
        """
        {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event",
          "source":"aws.events","account":"123456789012","time":"2026-11-21T04:00:00Z","region":"eu-central-1",
          "resources":["arn:aws:events:eu-central-1:123456789012:rule/sweep"],"detail":{}}
        """;

    public const string Finding =
        """
        {"version":"0","id":"6a7e8feb","detail-type":"Photo Added","source":"photos","account":"123456789012",
          "time":"2026-11-21T04:00:00Z","region":"eu-central-1","resources":[],"detail":{"photo":"01J","bytes":5}}
        """;
}
