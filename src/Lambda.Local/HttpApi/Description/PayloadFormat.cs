namespace Lambda.Local.HttpApi.Description;

/// <summary>The shape of an event and of the answer to it.</summary>
internal enum PayloadFormat
{
    /// <summary>Version 2.0, of HTTP APIs.</summary>
    Two,

    /// <summary>Version 1.0, of HTTP APIs.</summary>
    One,

    /// <summary>Of REST APIs, which version 1.0 was made after.</summary>
    Rest,
}
