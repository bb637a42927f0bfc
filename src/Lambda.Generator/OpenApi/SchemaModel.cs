namespace Lambda.Generator.OpenApi;

/// <summary>A type that a document has to describe.</summary>
/// <param name="Id">The compiler's reference id, by which it is found again.</param>
internal sealed record SchemaRoot(string Id, SchemaUse Use);

/// <summary>Which way a type's values travel: what is required of them differs.</summary>
[Flags]
internal enum SchemaUse
{
    Request = 1,
    Answer = 2,
}

/// <summary>A type as JSON Schema.</summary>
/// <param name="FullName">Its key among the components for as long as nobody looked for a shorter one.</param>
/// <param name="Name">Its key when no other type has it.</param>
internal sealed record SchemaModel(string FullName, string Name, string Json);
