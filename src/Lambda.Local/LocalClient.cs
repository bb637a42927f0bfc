using Lambda.Local.SignIn;
using Lambda.Template.Values;

namespace Lambda.Local;

/// <summary>Reads what the template's user pool client says of its tokens.</summary>
internal static class LocalClient
{
    private const string Type = "AWS::Cognito::UserPoolClient";

    /// <summary>The lifetimes of that client's tokens; the usual ones where the template does not make it.</summary>
    public static TokenLifetimes Lifetimes(TemplateDocument template, string clientId)
    {
        if (template.Resources(Type).FirstOrDefault(client => client.LogicalId == clientId) is not { } client)
            return TokenLifetimes.Usual;

        var properties = client.Properties;
        var grace = properties["RefreshTokenRotation"]["RetryGracePeriodSeconds"];
        return new TokenLifetimes(
            Validity(properties, "AccessToken", "hours", 1),
            Validity(properties, "IdToken", "hours", 1),
            Validity(properties, "RefreshToken", "days", 30),
            grace.Exists ? TimeSpan.FromSeconds(grace.NumberOr(0)) : TokenLifetimes.Usual.RetryGrace);
    }

    // Units and numbers that are left out have the documented defaults.
    private static TimeSpan Validity(TemplateValue properties, string token, string usualUnit, int usual)
    {
        var unit = properties["TokenValidityUnits"][token];
        var length = properties[token + "Validity"].NumberOr(usual);
        return (unit.Exists ? unit.Text() : usualUnit) switch
        {
            "seconds" => TimeSpan.FromSeconds(length),
            "minutes" => TimeSpan.FromMinutes(length),
            "hours" => TimeSpan.FromHours(length),
            "days" => TimeSpan.FromDays(length),
            _ => throw new TemplateException($"{unit.Where} must be seconds, minutes, hours or days."),
        };
    }
}
