namespace Lambda.Generator.Parsing.Events;

/// <summary>What may be named by ARN or, behind an at sign, by its name in the template.</summary>
internal static class ArnSource
{
    /// <summary>The last part of an ARN, which may have colons of its own; null when there are not six parts.</summary>
    public static string? LastPart(string arn)
    {
        var parts = arn.Split([':'], 6);
        return parts.Length == 6 ? parts[5] : null;
    }

    /// <summary>
    /// Puts a reference there that the template decides on: to a parameter as it is, to a resource by its ARN.
    /// </summary>
    public static void PutReference(this EventAttribute attribute, string path, string name, string arn) =>
        attribute.Put(path, JsonText.Object(
            ("Fn::RefOrGetAtt", JsonText.Array([JsonText.Quote(name), JsonText.Quote(arn)]))));

    /// <summary>Whether a reference names what a template can have; refuses it when not.</summary>
    public static bool Refers(this EventAttribute attribute, string property, string referred)
    {
        if (LogicalName.Is(referred))
            return true;

        attribute.Refuse(
            property, $"'@{referred}' refers to nothing; behind '@' stands a logical id, letters and digits only");
        return false;
    }
}
