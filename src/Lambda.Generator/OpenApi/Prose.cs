using System.Text;

namespace Lambda.Generator.OpenApi;

/// <summary>Text whose white space is one blank between words, or the line breaks that were asked for.</summary>
internal sealed class Prose
{
    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _isSpaced;

    /// <summary>Words, whatever lies between them.</summary>
    public void Words(string text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
                _isSpaced = true;
            else
                Begin().Append(character);
        }
    }

    /// <summary>Text as it is.</summary>
    public void Exactly(string text) => Begin().Append(text);

    /// <summary>What follows stands on a new line (1), or behind an empty one (2).</summary>
    public void Break(int lines) => _breaks = Math.Max(_breaks, lines);

    public override string ToString() => _text.ToString();

    private StringBuilder Begin()
    {
        if (_text.Length > 0 && _breaks > 0)
            _text.Append('\n', _breaks);
        else if (_text.Length > 0 && _isSpaced)
            _text.Append(' ');

        (_breaks, _isSpaced) = (0, false);
        return _text;
    }
}
