using System.Text.Encodings.Web;

namespace Lambda.Local.SignIn.Pages;

/// <summary>Text that came from outside, as it may stand in a page or in an attribute's quotes.</summary>
internal static class Html
{
    public static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
