using System.Security.Cryptography;

namespace SearchNotes.Export.Files;

/// <summary>Short hashes of contents, for names of files.</summary>
internal static class ContentHash
{
    /// <summary>Returns the first 64 bits of the SHA-256 hash as 16 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
