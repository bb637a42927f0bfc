using System.Text.RegularExpressions;
using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>Reads the Lambda authorizers of HTTP and REST APIs.</summary>
/// <remarks>
/// Where nothing is said, a REST API keeps answers for five minutes, and an HTTP API not at all: the first is
/// documented, the second the stricter reading.
/// </remarks>
internal sealed class GuardReader(FunctionReader functions)
{
    private const int RestTimeToLive = 300;
    private const string Authorization = "Authorization";

    public GuardRules Read(TemplateValue auth, string name)
    {
        var authorizer = Find(auth, name);
        var version = authorizer["AuthorizerPayloadFormatVersion"].Text();
        var identity = authorizer["Identity"];

        return new GuardRules(
            name,
            functions.Named(authorizer["FunctionArn"]),
            version is "1.0" or "1" ? GuardEvent.One : GuardEvent.Two,
            Sources(identity),
            TimeToLive(authorizer, otherwise: 0))
        {
            IsSimple = authorizer["EnableSimpleResponses"].FlagOr(false),
        };
    }

    public GuardRules ReadRest(TemplateValue auth, string name)
    {
        var authorizer = Find(auth, name);
        var identity = authorizer["Identity"];
        var isToken = authorizer["FunctionPayloadType"].TextOr("TOKEN") is "TOKEN";

        return new GuardRules(
            name,
            functions.Named(authorizer["FunctionArn"]),
            isToken ? GuardEvent.RestToken : GuardEvent.RestRequest,
            isToken ? [new(IdentityKind.Header, identity["Header"].TextOr(Authorization))] : Sources(identity),
            TimeToLive(authorizer, RestTimeToLive))
        {
            TokenPattern = Pattern(identity["ValidationExpression"]),
        };
    }

    // Of the kind that takes no longer for a cunning token than for any other.
    private static Regex? Pattern(TemplateValue expression)
    {
        if (!expression.Exists)
            return null;

        try
        {
            return new Regex($@"\A(?:{expression.Text()})\z", RegexOptions.NonBacktracking);
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            throw new TemplateException($"{expression.Where} cannot be used here: {cause.Message}");
        }
    }

    private static TemplateValue Find(TemplateValue auth, string name)
    {
        var authorizer = auth["Authorizers"][name];
        return authorizer["FunctionArn"].Exists
            ? authorizer
            : throw new TemplateException(
                $"{authorizer.Where} has neither a JwtConfiguration nor a FunctionArn; " +
                "other kinds are not known here.");
    }

    private static IdentitySource[] Sources(TemplateValue identity)
    {
        if (identity["Context"].Exists)
            throw new TemplateException($"{identity.Where}: an identity is not looked for in the context here.");

        return
        [
            .. identity["Headers"].Texts().Select(name => new IdentitySource(IdentityKind.Header, name)),
            .. identity["QueryStrings"].Texts().Select(name => new IdentitySource(IdentityKind.Query, name)),
            .. identity["StageVariables"].Texts().Select(name => new IdentitySource(IdentityKind.StageVariable, name)),
        ];
    }

    private static TimeSpan TimeToLive(TemplateValue authorizer, int otherwise) => TimeSpan.FromSeconds(
        authorizer["AuthorizerResultTtlInSeconds"].NumberOr(
            authorizer["Identity"]["ReauthorizeEvery"].NumberOr(otherwise)));
}
