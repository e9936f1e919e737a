using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SearchNotes.Semantic.Vectors;

/// <summary>The key of a passage: a hash of its text.</summary>
internal static class PassageKey
{
    /// <summary>Size of a key in bytes.</summary>
    public const int Bytes = 16;

    /// <summary>Returns the key of a text.</summary>
    public static UInt128 Of(string text) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
