using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lambda.Template.Manifest;

/// <summary>Finds the manifest in a compiled assembly, without loading it: it may be for another framework.</summary>
public static class ManifestReader
{
    private const string Key = "Amazon.Lambda.Annotations.Manifest";

    /// <summary>Null when the assembly has none: the generator was not part of its compilation.</summary>
    public static FunctionManifest? Read(string assemblyPath)
    {
        using var file = File.OpenRead(assemblyPath);
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();

        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (TypeName(metadata, attribute) != "AssemblyMetadataAttribute")
                continue;

            // Its value: two bytes that begin every attribute, then both constructor arguments.
            var value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            if (value.ReadSerializedString() == Key && value.ReadSerializedString() is { } json)
                return FunctionManifest.Parse(json);
        }

        return null;
    }

    private static string? TypeName(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;

        var type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return type.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : null;
    }
}
