using SearchNotes.OpenSearch;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class PackingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Packed_bytes_come_back(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * i)).ToArray();

        Assert.Equal(bytes, Packing.Unpack(Packing.Pack(bytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("AAAA")]
    [InlineData("/////w==")]
    [InlineData("EAAAAAEC")]
    public void What_was_not_packed_here_is_refused(string data) => Assert.Throws<InvalidDataException>(() => Packing.Unpack(data));
}
