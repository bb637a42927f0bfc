using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads the attributes that say what invokes a function, other than HTTP requests.</summary>
internal static class EventParser
{
    public static EventModel[] Parse(IMethodSymbol method, Action<Finding> report) => [];
}
