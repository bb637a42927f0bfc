using Lambda.Local.Disk;

namespace Lambda.Tests.ObjectStore;

/// <summary>A disk with room for so many more bytes in each file.</summary>
internal sealed class SmallDisk
{
    public long Room { get; set; } = long.MaxValue;

    public FileStream Open(string path) => new FullFile(path, this);

    private sealed class FullFile(string path, SmallDisk disk) : FileStream(path, OwnerOnly.NewFile())
    {
        private const int NoSpace = 28;
        private const int NoSpaceOnWindows = unchecked((int)0x80070070);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position + buffer.Length > disk.Room)
                throw new IOException("The disk is full", OperatingSystem.IsWindows() ? NoSpaceOnWindows : NoSpace);

            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
