using System.Globalization;
using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Events;

/// <summary>An event's attribute while its kind reads it: what was set, what comes of it, what is wrong.</summary>
internal sealed class EventAttribute(EventKind kind, AttributeData data, IMethodSymbol method, Action<Finding> report)
{
    private readonly List<EventPropertyModel> _properties = [];

    public EventPropertyModel[] Properties => [.. _properties];

    /// <summary>Whose events they are, as the attribute says it.</summary>
    public string Source =>
        Text(kind.Source) ?? data.ConstructorArguments.ElementAtOrDefault(0).Value as string ?? "";

    public string? Text(string name) => data.Get<string?>(name, null);

    /// <summary>Null unless it was set, whatever it was set to.</summary>
    public uint? Number(string name) => data.Get<uint?>(name, null);

    /// <summary>A member of an enum by its number; the first unless another was set.</summary>
    public int Member(string name) => data.Get(name, 0);

    /// <summary>The parts between semicolons; null unless there are any.</summary>
    public string[]? Texts(string name)
    {
        var parts = (Text(name) ?? "").Split(';').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        return parts.Length > 0 ? parts : null;
    }

    /// <summary>Puts a value there; none when it was not set.</summary>
    public void Put(string path, string? json)
    {
        if (json is not null)
            _properties.Add(new EventPropertyModel(path, json));
    }

    public void PutText(string path, string? text) => Put(path, text is null ? null : JsonText.Quote(text));

    /// <summary>Puts a number there, by default under its own name, and refuses it outside its bounds.</summary>
    public void PutNumber(string name, uint least, uint most, string? path = null)
    {
        if (Number(name) is not { } number)
            return;
        if (number < least || number > most)
            Refuse(name, $"{name} is {number}; use {least} to {most}");
        Put(path ?? name, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Puts there whether the event is on, when that was said.</summary>
    public void PutEnabled() => Put("Enabled", data.Get<bool?>("Enabled", null) switch
    {
        true => "true",
        false => "false",
        null => null,
    });

    /// <summary>Says that it cannot be deployed when it was said whether the event is on.</summary>
    public void WarnOfSwitch()
    {
        if (data.Get<bool?>("Enabled", null) is null)
            return;

        var place = ArgumentPlace.Of(data, "Enabled");
        report(Finding.Of(Diagnostics.CannotBeSwitchedOff, place, method.Name, $"The {kind.Type} event"));
    }

    /// <summary>Puts patterns there, each as SAM wants it.</summary>
    public void PutFilters() => Put("FilterCriteria.Filters", Texts("Filters") is { } patterns
        ? JsonText.Array(patterns.Select(pattern => JsonText.Object(("Pattern", JsonText.Quote(pattern)))))
        : null);

    /// <summary>Puts there that the function says what failed, when it returns that.</summary>
    public void PutAnswer()
    {
        if (EventShape.Answers(kind, method))
            Put("FunctionResponseTypes", JsonText.Array([JsonText.Quote("ReportBatchItemFailures")]));
    }

    /// <summary>Reports what is wrong with a property, at the place where it is set.</summary>
    public void Refuse(string name, string reason) =>
        report(Finding.Of(kind.Mistake, ArgumentPlace.Of(data, name, kind.Source), method.Name, reason));
}
