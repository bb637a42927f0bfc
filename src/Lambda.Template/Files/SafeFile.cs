namespace Lambda.Template.Files;

/// <summary>Replaces files so that nobody ever sees a part of one: written beside it, then renamed over it.</summary>
internal static class SafeFile
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>The file itself, behind any links to it; it need not exist.</summary>
    public static string Target(string path)
    {
        var target = Path.GetFullPath(path);
        for (var links = 0; new FileInfo(target).LinkTarget is { } next; links++)
        {
            if (links == MostLinks)
                throw new TemplateFileException($"{path} is a link that leads nowhere but to links.");
            target = Path.GetFullPath(next, Path.GetDirectoryName(target)!);
        }

        return target;
    }

    /// <summary>Gives the file another content; links to it and its mode stay.</summary>
    /// <exception cref="TemplateFileException">It is read-only.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var target = Target(path);
        if (File.Exists(target) && IsReadOnly(target))
            throw new TemplateFileException(
                $"{path} is read-only and out of step with the code: make it writable, or build with TemplateSync=off.");

        // Such a folder is a mistake in the path, and made by nobody here.
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new TemplateFileException($"{path} cannot be made, because its folder does not exist.");

        var scratch = Scratch(target);
        try
        {
            using (var file = new FileStream(scratch, FileMode.CreateNew))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(scratch, File.GetUnixFileMode(target));
            File.Move(scratch, target, overwrite: true);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    /// <summary>Removes what a process that died left beside the file. Only for whom has the file's turn.</summary>
    public static void RemoveLeftovers(string target)
    {
        var (folder, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
        if (!Directory.Exists(folder))
            return;

        foreach (var leftover in Directory.GetFiles(folder, $".{name}.merging-*"))
            File.Delete(leftover);
    }

    private static string Scratch(string target) => Path.Combine(
        Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.merging-{Environment.ProcessId}");

    private static bool IsReadOnly(string target)
    {
        if (OperatingSystem.IsWindows())
            return File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly);

        // The administrator may write everything, and should not by accident either.
        if ((File.GetUnixFileMode(target) & AnyWrite) == 0)
            return true;

        try
        {
            File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite).Dispose();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }
}
