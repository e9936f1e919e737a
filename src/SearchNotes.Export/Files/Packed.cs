using System.IO.Compression;

namespace SearchNotes.Export.Files;

/// <summary>Compresses index files. They are stored compressed, so that they are small on any server.</summary>
internal static class Packed
{
    /// <summary>Returns the content as gzip.</summary>
    /// <param name="content">The content.</param>
    /// <param name="coded">What follows and is already compressed. It would spoil the statistics of the content.</param>
    public static byte[] Gzip(ReadOnlySpan<byte> content, ReadOnlySpan<byte> coded = default)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
            if (coded.Length > 0)
                gzip.Flush();
            gzip.Write(coded);
        }

        return buffer.ToArray();
    }

    /// <summary>Returns the content in the Brotli format, which browsers cannot decompress in a script.</summary>
    public static byte[] Brotli(ReadOnlySpan<byte> content)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(content);
        return buffer.ToArray();
    }

    /// <summary>Returns the content as a raw deflate stream that continues one with the known text: a reader puts that text before it, in
    /// a block without compression.</summary>
    /// <param name="content">The content.</param>
    /// <param name="known">The known text, at most 32 KiB.</param>
    public static byte[] Deflate(ReadOnlySpan<byte> content, ReadOnlySpan<byte> known)
    {
        using var buffer = new MemoryStream();
        int start;
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(known);
            deflate.Flush(); // What follows begins at a byte.
            start = (int)buffer.Length;
            deflate.Write(content);
        }

        return buffer.ToArray()[start..];
    }

    /// <summary>Returns the content of a file in the Brotli format, or with gzip by its ending; empty when it is damaged or its content is too long.</summary>
    public static byte[] Read(FileInfo file, int maxBytes)
    {
        try
        {
            using var packed = file.OpenRead();
            using Stream unpacked = file.Extension == ".gz" ? new GZipStream(packed, CompressionMode.Decompress)
                : new BrotliStream(packed, CompressionMode.Decompress);
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (unpacked.Read(buffer) is > 0 and var read)
            {
                content.Write(buffer, 0, read);
                if (content.Length > maxBytes)
                    return [];
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }
}
