using Lambda.Local.EventSources.Description;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.SignIn;
using Lambda.Template.Values;

namespace Lambda.Local;

/// <summary>What the template says, as it is on this machine.</summary>
/// <param name="Events">Of all functions, also those that have no handler here.</param>
/// <param name="SignIn">Null where no authorizer trusts the local sign-in.</param>
internal sealed record LocalTemplate(
    HttpApiDescription Api, EventsDescription Events, LocalSignInOptions? SignIn)
{
    /// <exception cref="LocalStartException">
    /// The file is missing, or says something that cannot be understood.
    /// </exception>
    public static LocalTemplate Read(LocalCloudOptions options)
    {
        try
        {
            var template = TemplateDocument.Parse(File.ReadAllText(options.TemplatePath), options.Parameters);
            var api = LocalIssuer.Replace(HttpApiReader.Read(template), template, options.Addresses.Issuer);
            return new LocalTemplate(api, EventsReader.Read(template), LocalIssuer.SignInFor(api, options));
        }
        catch (Exception cause) when (cause is TemplateException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(options, cause);
        }
    }

    public static LocalStartException Unusable(LocalCloudOptions options, Exception cause) =>
        new($"The template {options.TemplatePath} cannot be used: {cause.Message}", cause);
}
