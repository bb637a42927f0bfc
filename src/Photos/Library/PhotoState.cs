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

/// <summary>What follows from a photo's state.</summary>
public static class PhotoStates
{
    /// <summary>Whether its owner can see it, in the library or in its trash.</summary>
    public static bool IsVisible(this PhotoState state) => state switch
    {
        PhotoState.Pending or PhotoState.Claimed or PhotoState.Purging => false,
        PhotoState.Ready or PhotoState.Trashed => true,
    };
}
