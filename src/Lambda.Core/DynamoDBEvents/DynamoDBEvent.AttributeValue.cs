namespace Amazon.Lambda.DynamoDBEvents;

// Values as DynamoDB writes them: an object whose one member says the type.
public partial class DynamoDBEvent
{
    /// <summary>A value; the one property that is not null says of what type.</summary>
    public class AttributeValue
    {
        /// <summary>Bytes.</summary>
        public MemoryStream? B { get; set; }

        /// <summary>True or false.</summary>
        public bool? BOOL { get; set; }

        /// <summary>A set of bytes.</summary>
        public List<MemoryStream>? BS { get; set; }

        /// <summary>A list.</summary>
        public List<AttributeValue>? L { get; set; }

        /// <summary>A map.</summary>
        public Dictionary<string, AttributeValue>? M { get; set; }

        /// <summary>A number, as text so that none of its up to 38 digits is lost.</summary>
        public string? N { get; set; }

        /// <summary>A set of numbers.</summary>
        public List<string>? NS { get; set; }

        /// <summary>True when the value is DynamoDB's null.</summary>
        public bool? NULL { get; set; }

        /// <summary>Text.</summary>
        public string? S { get; set; }

        /// <summary>A set of texts.</summary>
        public List<string>? SS { get; set; }
    }
}
