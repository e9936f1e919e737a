using System.IO.Compression;

namespace SearchNotes.OpenSearch;

/// <summary>Bytes as documents carry them: compressed, as text.</summary>
internal static class Packing
{
    private const int Quality = 5;
    private const int Window = 18;

    /// <summary>Packs bytes.</summary>
    public static string Pack(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 4];
        BitConverter.TryWriteBytes(packed, bytes.Length);
        if (!BrotliEncoder.TryCompress(bytes, packed.AsSpan(4), out var written, Quality, Window))
            throw new InvalidDataException("A document could not be compressed.");
        return Convert.ToBase64String(packed, 0, written + 4);
    }

    /// <summary>Unpacks bytes.</summary>
    /// <exception cref="InvalidDataException">The text was not written by <see cref="Pack"/>.</exception>
    public static byte[] Unpack(string data)
    {
        const int most = 64 << 20;
        var packed = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, packed, out var length) || length < 4)
            throw new InvalidDataException("A document in the cluster is damaged.");
        var size = BitConverter.ToInt32(packed);
        if (size is < 0 or > most)
            throw new InvalidDataException("A document in the cluster is damaged.");
        var bytes = new byte[size];
        if (!BrotliDecoder.TryDecompress(packed.AsSpan(4, length - 4), bytes, out var written) || written != size)
            throw new InvalidDataException("A document in the cluster is damaged.");
        return bytes;
    }
}
