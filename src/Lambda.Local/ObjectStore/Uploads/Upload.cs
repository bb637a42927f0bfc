using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Local.ObjectStore.Uploads;

/// <summary>A multipart upload that was begun and is neither completed nor aborted.</summary>
/// <param name="Id">32 lower-case hex digits.</param>
/// <param name="Algorithm">The name of the checksum of every part.</param>
/// <param name="ChecksumType">Whether the object will bear a checksum of its bytes or of its parts.</param>
/// <param name="Chosen">Whether the client chose the checksum, and has to state it for every part.</param>
internal sealed record Upload(
    string Id,
    string Key,
    DateTimeOffset StartedAt,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Tags,
    string Algorithm,
    string ChecksumType,
    bool Chosen)
{
    public ChecksumAlgorithm Checksum => ChecksumAlgorithm.Find(Algorithm)
        ?? throw new InvalidDataException($"The upload {Id} has the unknown checksum {Algorithm}; abort it.");
}
