using System.IO.Compression;

namespace SearchNotes.Export.Files;

/// <summary>Compresses index files. They are stored compressed, so that they are small on any server.</summary>
internal static class Packed
{
    /// <summary>Returns the content as gzip.</summary>
    public static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(content);
        return buffer.ToArray();
    }

    /// <summary>Returns the content of a compressed file; empty when it is damaged or its content is too long.</summary>
    public static byte[] Read(FileInfo file, int maxBytes)
    {
        try
        {
            using var gzip = new GZipStream(file.OpenRead(), CompressionMode.Decompress);
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (gzip.Read(buffer) is > 0 and var read)
            {
                content.Write(buffer, 0, read);
                if (content.Length > maxBytes)
                    return [];
            }

            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
