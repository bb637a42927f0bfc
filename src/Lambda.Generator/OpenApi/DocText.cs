using System.Xml.Linq;

namespace Lambda.Generator.OpenApi;

/// <summary>Turns what a documentation comment says into text: CommonMark, which OpenAPI asks for, or plain.</summary>
internal static class DocText
{
    public static string Markdown(XElement? element) => Write(element, "`");

    public static string Plain(XElement? element) => Write(element, "");

    private static string Write(XElement? element, string mark)
    {
        var text = new Prose();
        if (element is not null)
            Append(text, element, mark);
        return text.ToString();
    }

    private static void Append(Prose text, XElement parent, string mark)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText words)
                text.Words(words.Value);
            else if (node is XElement element)
                AppendElement(text, element, mark);
        }
    }

    private static void AppendElement(Prose text, XElement element, string mark)
    {
        switch (element.Name.LocalName)
        {
            case "c":
                text.Exactly(mark + element.Value + mark);
                break;
            case "see" or "seealso" or "paramref" or "typeparamref" when Named(element) is { } name:
                text.Exactly(mark + name + mark);
                break;
            case "see" or "seealso" when (string?)element.Attribute("href") is { } address:
                text.Exactly($"[{(element.Value is "" ? address : element.Value)}]({address})");
                break;
            case "code":
                text.Break(2);
                text.Exactly($"```\n{element.Value.Trim('\n', '\r')}\n```");
                text.Break(2);
                break;
            case "para" or "list":
                text.Break(2);
                Append(text, element, mark);
                text.Break(2);
                break;
            case "item":
                text.Break(1);
                text.Exactly("- ");
                Append(text, element, mark);
                break;
            // Headers of an answer are told beside it, and what holds them has been read by then.
            case "header":
                break;
            default:
                Append(text, element, mark);
                break;
        }
    }

    // "M:App.Photos.Get(System.String)" is Get.
    private static string? Named(XElement element)
    {
        if ((string?)element.Attribute("cref") is not { } cref)
            return (string?)element.Attribute("langword") ?? (string?)element.Attribute("name");
        if (element.Value is not "")
            return element.Value;

        var name = cref.Split('(')[0].Split('.').Last();
        return name.Split(':').Last().Split('`')[0];
    }
}
