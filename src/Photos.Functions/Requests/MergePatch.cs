using System.Runtime.CompilerServices;

namespace Photos.Functions.Requests;

/// <summary>
/// A JSON merge patch (RFC 7396): tells a member that was left out, which stays, from one that was sent as null, which
/// goes.
/// </summary>
/// <remarks>
/// Each property of a patch notes that it was sent, in its setter, which generated serializers call for members of the
/// document only: <c>public string? Title { get; set =&gt; field = Sent(value); }</c>. Setters, because generated code
/// sets every <c>init</c> property and every parameter of a constructor, sent or not.
/// </remarks>
public abstract class MergePatch
{
    private readonly HashSet<string> _sent = [];

    /// <summary>Whether the member is in the patch; its value is then the property's, null included.</summary>
    /// <param name="property">The property's own name: <c>nameof(Title)</c>.</param>
    internal bool Has(string property) => _sent.Contains(property);

    /// <summary>Notes that the property was sent.</summary>
    private protected T Sent<T>(T value, [CallerMemberName] string property = "")
    {
        _sent.Add(property);
        return value;
    }
}
