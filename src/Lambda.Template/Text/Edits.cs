using System.Text;

namespace Lambda.Template.Text;

/// <summary>A text, and what is to change in it: everything else stays, character for character.</summary>
internal sealed class Edits(string text)
{
    private readonly List<(int Start, int End, string Text)> _edits = [];

    public string Text => text;

    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public void Replace(int start, int end, string replacement) => _edits.Add((start, end, replacement));

    public void Insert(int at, string added) => Replace(at, at, added);

    public void Remove(int start, int end) => Replace(start, end, "");

    /// <summary>Where the line begins.</summary>
    public int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Where the line ends, before its end-of-line characters.</summary>
    public int LineEnd(int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end > at && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Where the next line begins; the end of the text when there is none.</summary>
    public int NextLine(int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>The white space at the beginning of the line.</summary>
    public string Indent(int at)
    {
        var start = LineStart(at);
        return text[start..SkipSpaces(start)];
    }

    /// <summary>Whether nothing but white space stands before it on its line.</summary>
    public bool BeginsLine(int at) => SkipSpaces(LineStart(at)) >= at;

    public int SkipSpaces(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    /// <summary>The text with everything changed.</summary>
    public string Result()
    {
        var result = new StringBuilder();
        var from = 0;
        // What is put where something else goes comes before it.
        foreach (var (start, end, replacement) in _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            result.Append(text, from, start - from).Append(replacement);
            from = end;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
