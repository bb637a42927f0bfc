using Lambda.Local;
using Photos.Local;

// Whatever can go wrong at the start is told in one sentence; a stack trace would tell the owner nothing.
try
{
    if (args is ["--help" or "-h"])
    {
        Console.Out.WriteLine(LocalOptions.Usage);
        return 0;
    }

    if (args.Contains(VerifyOptions.Word))
        return await VerifyCommand.RunAsync([.. args.Where(word => word != VerifyOptions.Word)]);

    var options = LocalOptions.From(args);
    if (options.IsFunction)
        return LocalFunction.Run(options);
    if (options.TokenFor is { } account)
        LocalLibrary.PrintToken(options, account);
    else
        await LocalLibrary.ServeAsync(options);

    return 0;
}
catch (Exception error) when (error is ArgumentException or LocalStartException or InvalidDataException or IOException
    or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
