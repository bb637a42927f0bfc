using Photos.Library.Text;

namespace Photos.Tests.Library;

/// <summary>Texts that look the same become the same text.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData("harbour", "harbour")]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("s\u0307\u0323", "\u1e69")]
    [InlineData("\u1e0b\u0323", "\u1e0d\u0307")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00")]
    [InlineData("\uac00\u11a8", "\uac01")]
    [InlineData("a\u0315\u0300\u05ae\u0327b", "\u00e0\u0327\u05ae\u0315b")]
    [InlineData("\ufb03", "\ufb03")]
    [InlineData("\U0001F6A2", "\U0001F6A2")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    public void A_text_is_composed_as_Unicode_says(string text, string expected)
    {
        Assert.Equal(expected, Composition.Compose(text));
        Assert.Equal(expected, Composition.Compose(expected));
    }
}
