using System.Reflection;
using Amazon.Lambda.Core;

namespace Lambda.Local.Invoking;

/// <summary>The compiled function set: finds the generated class a template's function names, and makes it.</summary>
/// <remarks>
/// Two spellings of the same class, in either generator's templates:
/// <c>Assembly::Namespace.Type_Method_Generated::Method</c>, or the executable's name with the method's in the variable
/// <c>ANNOTATIONS_HANDLER</c>. The first can also name a class that was written by hand.
/// </remarks>
internal sealed class FunctionAssembly(Assembly assembly)
{
    public const string HandlerVariable = "ANNOTATIONS_HANDLER";

    private const string Suffix = "_Generated";

    /// <summary>The file it was read from.</summary>
    public string Path => assembly.Location;

    /// <summary>Whether the handler that the template names is in here.</summary>
    public bool Has(FunctionDescription function) => Find(function) is not null;

    /// <exception cref="LocalStartException">There is no such class, or it cannot be made.</exception>
    public FunctionHandler MakeHandler(FunctionDescription function)
    {
        var method = FindHandler(function);
        try
        {
            var target = Activator.CreateInstance(method.DeclaringType!)!;
            return TypedHandler.Of(method, target, MakeSerializer(method));
        }
        catch (TargetInvocationException failure)
        {
            throw new LocalStartException(
                $"The function {function.LogicalId} cannot start: {failure.InnerException!.Message}",
                failure.InnerException);
        }
        catch (MissingMethodException cause)
        {
            throw new LocalStartException(
                $"The function {function.LogicalId} cannot start: {method.DeclaringType} has no constructor without "
                + "parameters.",
                cause);
        }
    }

    /// <summary>The generated method, without making its class.</summary>
    /// <exception cref="LocalStartException">There is no such method.</exception>
    public MethodInfo FindHandler(FunctionDescription function) => Find(function) ?? throw new LocalStartException(
        $"The template's function {function.LogicalId} has the handler {NameOf(function)}, which " +
        $"{assembly.GetName().Name} does not have; build the function set again.");

    private static string NameOf(FunctionDescription function) =>
        function.Environment.GetValueOrDefault(HandlerVariable, function.Handler);

    private MethodInfo? Find(FunctionDescription function)
    {
        if (function.Handler.Split("::") is [_, var typeName, var methodName])
            return assembly.GetType(typeName)?.GetMethod(methodName);

        // Method, or Type.Method, or with its namespace too, where several functions share the shorter name.
        var name = NameOf(function);
        var dot = name.LastIndexOf('.');
        var method = name[(dot + 1)..];
        var ending = dot < 0 ? $"_{method}{Suffix}" : $".{name[..dot]}_{method}{Suffix}";
        return assembly.GetTypes()
            .Where(type => $".{type.FullName}".EndsWith(ending, StringComparison.Ordinal))
            .Select(type => type.GetMethod(method))
            .FirstOrDefault(found => found is not null);
    }

    // Named on the function's own method, or for the assembly.
    private ILambdaSerializer MakeSerializer(MethodInfo handler)
    {
        var (type, ending) = (handler.DeclaringType!, $"_{handler.Name}{Suffix}");
        // A class that nobody generated is the function's own.
        var own = type.FullName!.EndsWith(ending, StringComparison.Ordinal)
            ? assembly.GetType(type.FullName[..^ending.Length])
            : type;
        var named = own?.GetMethods()
            .Where(method => method.Name == handler.Name)
            .Select(method => method.GetCustomAttribute<LambdaSerializerAttribute>())
            .FirstOrDefault(attribute => attribute is not null)
            ?? assembly.GetCustomAttribute<LambdaSerializerAttribute>()
            ?? throw new LocalStartException(
                $"{assembly.GetName().Name} names no serializer ([assembly: LambdaSerializer]).");

        return (ILambdaSerializer)Activator.CreateInstance(named.SerializerType)!;
    }
}
