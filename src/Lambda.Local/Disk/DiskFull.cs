namespace Lambda.Local.Disk;

/// <summary>Tells a full disk (or a used-up quota) from every other failure to write.</summary>
internal static class DiskFull
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public static bool Is(IOException error) => OperatingSystem.IsWindows()
        ? error.HResult is DiskFullOnWindows or HandleDiskFullOnWindows
        : error.HResult == NoSpaceOnUnix || error.HResult == (OperatingSystem.IsMacOS() ? QuotaOnMac : QuotaOnLinux);
}
