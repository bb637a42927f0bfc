using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>The documentation comment of a symbol, as far as this compilation has it.</summary>
/// <remarks>
/// Comments of referenced assemblies are not part of a build on the command line, and a project that asks for no
/// documentation file has none of its own: then everything here is empty.
/// </remarks>
internal sealed class DocComment(XElement? root)
{
    public static DocComment Of(ISymbol symbol, CancellationToken ct)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: ct);
        if (string.IsNullOrEmpty(xml))
            return new DocComment(null);

        try
        {
            return new DocComment(XElement.Parse(xml));
        }
        catch (XmlException)
        {
            // The compiler has its own warning for it.
            return new DocComment(null);
        }
    }

    /// <summary>One line without any marks, without the full stop that ends a sentence.</summary>
    public string Summary => DocText.Plain(root?.Element("summary")).TrimEnd('.');

    /// <summary>The summary as CommonMark.</summary>
    public string Text => DocText.Markdown(root?.Element("summary"));

    public string Remarks => DocText.Markdown(root?.Element("remarks"));

    public string Returns => DocText.Markdown(root?.Element("returns"));

    public XElement? Value => root?.Element("value");

    public XElement? Parameter(string name) =>
        root?.Elements("param").FirstOrDefault(each => (string?)each.Attribute("name") == name);

    public IEnumerable<XElement> All(string element) => root?.Elements(element) ?? [];
}
