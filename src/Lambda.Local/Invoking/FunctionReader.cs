using Lambda.Template.Values;

namespace Lambda.Local.Invoking;

/// <summary>
/// Reads <c>AWS::Serverless::Function</c> resources, with what <c>Globals.Function</c> gives them all.
/// </summary>
internal sealed class FunctionReader(TemplateDocument template)
{
    public const string Type = "AWS::Serverless::Function";

    private const int DefaultTimeoutSeconds = 3;
    private const int DefaultMemoryMegabytes = 128;

    private readonly TemplateValue _globals = template.Root["Globals"]["Function"];

    /// <summary>The events of all functions.</summary>
    public IEnumerable<Happening> Happenings() =>
        from resource in template.Resources(Type)
        let function = Read(resource)
        from member in resource.Properties["Events"].Members()
        select new Happening(function, member.Key, member.Value["Type"].Text(), member.Value["Properties"]);

    /// <summary>The events of one type.</summary>
    public IEnumerable<Happening> Happenings(string type) =>
        Happenings().Where(happening => happening.Type == type);

    /// <summary>The function that an <c>Arn</c> of this template names.</summary>
    /// <exception cref="TemplateException">It names none.</exception>
    public FunctionDescription Named(TemplateValue arn)
    {
        var id = arn.Text().Split('.')[0];
        var named = template.Resources(Type).FirstOrDefault(found => found.LogicalId == id);
        return named is not null
            ? Read(named)
            : throw new TemplateException($"{arn.Where}: {id} is no function of this template.");
    }

    public FunctionDescription Read(TemplateResource function)
    {
        var own = function.Properties;
        var timeout = own["Timeout"].NumberOr(_globals["Timeout"].NumberOr(DefaultTimeoutSeconds));
        var memory = own["MemorySize"].NumberOr(_globals["MemorySize"].NumberOr(DefaultMemoryMegabytes));

        return new FunctionDescription(
            function.LogicalId,
            Handler(own),
            TimeSpan.FromSeconds(timeout),
            memory,
            Environment(own))
        {
            Retries = RetryRules.Read(own["EventInvokeConfig"], _globals["EventInvokeConfig"]),
        };
    }

    // A function in a container image has its handler in the image's command.
    private string Handler(TemplateValue own)
    {
        if (own["Handler"].Exists)
            return own["Handler"].Text();

        var command = own["ImageConfig"]["Command"].Texts();
        return command is [var handler, ..] ? handler : _globals["Handler"].Text();
    }

    private Dictionary<string, string> Environment(TemplateValue own)
    {
        var variables = new Dictionary<string, string>();
        foreach (var level in (TemplateValue[])[_globals, own])
        {
            foreach (var (name, value) in level["Environment"]["Variables"].Members())
                variables[name] = value.Text();
        }

        return variables;
    }
}
