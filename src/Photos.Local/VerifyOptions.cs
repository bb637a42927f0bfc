namespace Photos.Local;

/// <summary>Which library to verify, and whether to repair it.</summary>
internal sealed record VerifyOptions
{
    /// <summary>The word that asks for it.</summary>
    public const string Word = "verify";

    public const string Usage =
        """
        Compares everything that a library keeps: every record with its object, byte by byte; every object with its
        record; usage with the sum; what lists are made of with the records. The library may be running.

          dotnet run --project src/Photos.Local -- verify [--data DIR] [--repair]
          dotnet run --project src/Photos.Local -- verify --table NAME --bucket NAME [--repair]

          --data DIR        the library on this machine (default .photos beside the solution)
          --table, --bucket the library in an AWS account, with the SDK's own credentials and region
          --dynamodb URL    another address of the table, for a double of DynamoDB
          --s3 URL          another address of the bucket, for what else speaks S3's protocol
          --repair          mend what can be mended without risk to any picture
          --rescued DIR     where repair copies pictures to that no record leads to (default rescued in the data
                            folder, or in this one)

        One line for each deviation, and one with counts at the end. Exit code 0: all is sound; 1: something deviates,
        repaired or not; 2: it could not be verified.
        """;

    /// <summary>The data folder; not looked at when there is a table.</summary>
    public string Data { get; init; } = LocalOptions.DefaultData;

    /// <summary>The table; null for the library on this machine.</summary>
    public string? Table { get; init; }

    /// <summary>The bucket; null for the library on this machine.</summary>
    public string? Bucket { get; init; }

    /// <summary>Another address of the table; null for AWS's.</summary>
    public Uri? Dynamo { get; init; }

    /// <summary>Another address of the bucket; null for AWS's.</summary>
    public Uri? S3 { get; init; }

    /// <summary>Mend what can be mended.</summary>
    public bool Repair { get; init; }

    private string? GivenRescued { get; init; }

    /// <summary>Where pictures go that no record leads to.</summary>
    public string Rescued =>
        GivenRescued ?? Path.GetFullPath(Table is null ? Path.Combine(Data, "rescued") : "rescued");

    /// <exception cref="ArgumentException">The words make no sense; the message says which, and what would.</exception>
    public static VerifyOptions From(IReadOnlyList<string> words)
    {
        var options = new VerifyOptions();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is "--repair")
            {
                options = options with { Repair = true };
                continue;
            }

            var name = words[at];
            if (++at == words.Count)
                throw new ArgumentException($"'{name}' needs a word behind it, or makes no sense. {Help}");

            var value = words[at];
            options = name switch
            {
                "--data" => options with { Data = Path.GetFullPath(value) },
                "--table" => options with { Table = value },
                "--bucket" => options with { Bucket = value },
                "--dynamodb" => options with { Dynamo = AddressFrom(value) },
                "--s3" => options with { S3 = AddressFrom(value) },
                "--rescued" => options with { GivenRescued = Path.GetFullPath(value) },
                _ => throw new ArgumentException($"'{name}' is not an option of verify. {Help}"),
            };
        }

        return (options.Table is null) == (options.Bucket is null)
            ? options
            : throw new ArgumentException($"A table and a bucket belong together; name both. {Help}");
    }

    private static string Help => "Say verify --help for what there is.";

    private static Uri AddressFrom(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ArgumentException($"'{text}' is no address such as http://localhost:8000. {Help}");
}
