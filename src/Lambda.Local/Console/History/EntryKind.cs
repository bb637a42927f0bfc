namespace Lambda.Local.Console.History;

/// <summary>What made a function, or the gateway, answer.</summary>
internal enum EntryKind
{
    /// <summary>A request to the API.</summary>
    Request,

    /// <summary>A function was asked whether to let a request in.</summary>
    Guard,

    /// <summary>A request to the sign-in.</summary>
    SignIn,

    /// <summary>A request to the object store.</summary>
    ObjectStore,

    /// <summary>A schedule, an object that was stored, or another event of the template.</summary>
    Event,

    /// <summary>An event that somebody sent by hand, on the console.</summary>
    Sent,

    /// <summary>An event of this journal, given to its function once more.</summary>
    Replay,
}
