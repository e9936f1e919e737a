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
}
