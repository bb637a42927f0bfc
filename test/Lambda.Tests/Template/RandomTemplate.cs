using System.Text;

namespace Lambda.Tests.Template;

/// <summary>Templates that nobody would write, with resources that are not the build's; the same for the same seed.</summary>
internal sealed class RandomTemplate
{
    private static readonly string[] Odd =
        ["1e3", "-0.0", "true", "null", "\"\\/\"", "\"\\u00fc\"", "\"ü😀\"", "\"2024-01-01T00:00:00+02:00\"", "\"// no comment\"", "\"# none\"", "\"\"", "[]", "{}", "\"a, }b\""];

    private readonly Random _random;
    private readonly bool _isYaml;
    private readonly bool _mayComment;
    private readonly string _newLine;
    private readonly string _step;
    private int _comments;

    public RandomTemplate(Random random, bool isYaml)
    {
        (_random, _isYaml) = (random, isYaml);
        _newLine = Chance(4) ? "\r\n" : "\n";
        _step = isYaml ? new string(' ', random.Next(1, 5)) : Chance(4) ? "\t" : new string(' ', random.Next(1, 5));
        _mayComment = !Chance(4);

        var resources = Enumerable.Range(0, random.Next(1, 4)).Select(at => ($"Foreign{at}", Object(3, 3))).ToArray();
        Foreign = [.. resources.Select(resource => resource.Item2)];
        Text = (isYaml ? "# head" + _newLine : Chance(3) ? "\uFEFF" : "")
            + Members([("Description", "\"x\""), ("Resources", Members(resources, 1)), ("Outputs", Object(2, 1))], 0)
            + (Chance(2) ? _newLine : "");
    }

    public string Text { get; }

    /// <summary>The texts of the resources' values.</summary>
    public string[] Foreign { get; }

    private bool Chance(int of) => _random.Next(of) == 0;

    private string Object(int depth, int level) => Members(
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(at => ($"k{at}", Value(depth - 1, level + 1)))], level);

    private string Value(int depth, int level) => depth == 0 || Chance(3)
        ? Odd[_random.Next(Odd.Length)]
        : Chance(3) ? Items(level) : Object(depth, level);

    private string Items(int level) => _isYaml && !Chance(3)
        ? string.Concat(Enumerable.Range(0, 2).Select(_ => $"{Line(level)}- {Odd[_random.Next(Odd.Length)]}{Comment()}"))
        : $"[{string.Join(", ", Enumerable.Range(0, 2).Select(_ => Odd[_random.Next(Odd.Length)]))}]";

    private string Members((string Name, string Value)[] members, int level)
    {
        if (_isYaml && (level < 3 || !Chance(3)))
            return string.Concat(members.Select(member => $"{Line(level)}{Name(member.Name)}:{Lead(member.Value)}{End(member.Value)}"));

        // Between brackets a value must not be a block: those that are begin with a line break.
        if (_isYaml)
            members = [.. members.Select(member => (member.Name, member.Value.StartsWith('\r') || member.Value.StartsWith('\n') ? "1" : member.Value))];
        if (_isYaml || (level > 2 && Chance(3)))
            return $"{{{string.Join(",", members.Select(member => $" \"{member.Name}\": {member.Value}"))}}}";

        var lines = members.Index().Select(member =>
            $"{Line(level + 1)}\"{member.Item.Name}\" : {member.Item.Value}{(member.Index < members.Length - 1 ? "," : "")}{Comment()}");
        return $"{{{string.Concat(lines)}{Line(level)}}}";
    }

    private string Line(int level)
    {
        var indent = string.Concat(Enumerable.Repeat(_step, level));
        var line = new StringBuilder(_newLine);
        if (_mayComment && Chance(5))
            line.Append(_newLine).Append(indent).Append(Comment(always: true).TrimStart()).Append(_newLine);
        return line.Append(indent).ToString();
    }

    private string Name(string name) => Chance(4) ? $"'{name}'" : name;

    private static string Lead(string value) => value.StartsWith('\r') || value.StartsWith('\n') ? value : $" {value}";

    private string End(string value) => value.Contains('\n', StringComparison.Ordinal) ? "" : Comment();

    private string Comment(bool always = false) => _mayComment && (always || Chance(6))
        ? $" {(_isYaml ? "#" : "//")} comment{_comments++}."
        : "";
}
