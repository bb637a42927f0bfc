namespace Photos.Library;

/// <summary>Where a photo stands. Every change is one conditional write of one record.</summary>
public enum PhotoState
{
    /// <summary>Announced: its bytes may be on their way. Nobody sees it.</summary>
    Pending,

    /// <summary>Its bytes have arrived and somebody is making a photo of it: it cannot be given up meanwhile.</summary>
    Claimed,

    /// <summary>Its bytes are stored and were verified.</summary>
    Ready,

    /// <summary>In the trash, from where it can come back.</summary>
    Trashed,

    /// <summary>Given up or thrown away for good: its bytes go first and the record last. Nobody sees it.</summary>
    Purging,
}
