using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>
/// The type that an element of a comment begins with: <c>&lt;response code="200"&gt;&lt;see cref="Photo"/&gt; …</c>,
/// or with <c>[]</c> behind it a list of that type. The compiler has checked the name.
/// </summary>
internal static class DocType
{
    public const string ListMark = "[]";

    /// <summary>Null when the element begins with words.</summary>
    public static (ITypeSymbol Type, bool IsList)? Of(XElement? element, Compilation compilation)
    {
        if (Reference(element) is not { } see || (string?)see.Attribute("cref") is not { } cref)
            return null;

        return DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation) is ITypeSymbol type
            ? (type, see.NextNode is XText text && text.Value.StartsWith(ListMark, StringComparison.Ordinal))
            : null;
    }

    /// <summary>What is said behind the type.</summary>
    public static string Words(XElement element, Compilation compilation)
    {
        if (Of(element, compilation) is not { } found)
            return DocText.Markdown(element);

        var rest = new XElement(element);
        Reference(rest)!.Remove();
        var words = DocText.Markdown(rest);
        return found.IsList ? words.Substring(ListMark.Length).TrimStart() : words;
    }

    private static XElement? Reference(XElement? element) =>
        element?.Nodes().FirstOrDefault(node => node is not XText text || text.Value.Trim().Length > 0)
            is XElement { Name.LocalName: "see" } first
                ? first
                : null;
}
