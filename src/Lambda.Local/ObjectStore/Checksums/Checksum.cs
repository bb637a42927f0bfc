using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>The checksum that an object or a part bears.</summary>
/// <param name="Algorithm">The name of a <see cref="ChecksumAlgorithm"/>.</param>
/// <param name="Value">Base64; for a composite one with <c>-</c> and the number of parts behind it.</param>
/// <param name="Type"><see cref="WholeObject"/> or <see cref="Composite"/>.</param>
internal sealed record Checksum(string Algorithm, string Value, string Type)
{
    public const string WholeObject = "FULL_OBJECT";

    public const string Composite = "COMPOSITE";

    public static Checksum Of(ChecksumAlgorithm algorithm, byte[] value) =>
        new(algorithm.Name, Convert.ToBase64String(value), WholeObject);

    /// <summary><c>x-amz-checksum-crc32</c>.</summary>
    public string Header => ChecksumAlgorithm.HeaderPrefix + Algorithm.ToLowerInvariant();

    public void WriteTo(IHeaderDictionary headers)
    {
        headers[Header] = Value;
        headers[ChecksumAlgorithm.HeaderPrefix + "type"] = Type;
    }
}
