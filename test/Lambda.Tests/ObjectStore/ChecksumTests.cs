using System.Text;
using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Tests.ObjectStore;

public sealed class ChecksumTests
{
    [Theory]
    [InlineData("CRC32", "cbf43926")]
    [InlineData("CRC32C", "e3069283")]
    [InlineData("CRC64NVME", "ae8b14860a799888")]
    [InlineData("SHA1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData("SHA256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    public void Every_algorithm_has_the_published_check_value(string name, string expected)
    {
        var algorithm = ChecksumAlgorithm.Find(name)!;

        Assert.Equal(expected, Convert.ToHexStringLower(algorithm.Of(Encoding.ASCII.GetBytes("123456789"))));
        Assert.Equal(expected.Length / 2, algorithm.Length);
    }

    [Fact]
    public void Bytes_may_come_in_pieces_of_any_size()
    {
        var random = new Random(20_261_121);
        var bytes = new byte[10_000];
        random.NextBytes(bytes);

        foreach (var algorithm in ChecksumAlgorithm.All)
        {
            using var checksum = algorithm.Start();
            for (int from = 0, to; from < bytes.Length; from = to)
            {
                to = Math.Min(bytes.Length, from + random.Next(40));
                checksum.Append(bytes.AsSpan(from..to));
            }

            Assert.Equal(algorithm.Of(bytes), checksum.Finish());
        }
    }

    [Fact]
    public void Every_changed_bit_of_a_block_is_noticed()
    {
        var blocks = new BlockDigests();
        var bytes = new byte[BlockDigests.BlockSize + 100];
        foreach (var piece in bytes.Chunk(70_000))
            blocks.Append(piece);
        var all = blocks.Finish();

        Assert.True(BlockDigests.Match(all, 0, bytes.AsSpan(0, BlockDigests.BlockSize)));
        var last = bytes[BlockDigests.BlockSize..];
        for (var bit = 0; bit < last.Length * 8; bit++)
        {
            last[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(BlockDigests.Match(all, 1, last));
            last[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(BlockDigests.Match(all, 1, last));
        Assert.False(BlockDigests.Match(all, 2, []));
    }
}
