namespace Amazon.Lambda.Core;

/// <summary>Names the serializer of one function, or of all functions of an assembly; the nearer one wins.</summary>
/// <param name="serializerType">
/// An <see cref="ILambdaSerializer"/> with a public constructor without parameters.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    /// <summary>The serializer to make.</summary>
    public Type SerializerType { get; set; } = serializerType;
}
