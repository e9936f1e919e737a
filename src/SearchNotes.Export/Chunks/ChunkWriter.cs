using System.Text;

namespace SearchNotes.Export.Chunks;

/// <summary>Writes the bytes of a chunk: numbers of seven bits a byte, lowest first, and texts in UTF-8 after their length.</summary>
internal sealed class ChunkWriter
{
    private readonly List<byte> bytes = [];

    /// <summary>Number of bytes so far.</summary>
    public int Length => bytes.Count;

    /// <summary>Writes a number, at least 0.</summary>
    public void Number(int value)
    {
        for (var left = (uint)value; ; left >>= 7)
        {
            bytes.Add((byte)(left < 0x80 ? left : left | 0x80));
            if (left < 0x80)
                return;
        }
    }

    /// <summary>Writes one byte.</summary>
    public void Byte(byte value) => bytes.Add(value);

    /// <summary>Writes a text.</summary>
    public void Text(string value)
    {
        var encoded = Encoding.UTF8.GetBytes(value);
        Number(encoded.Length);
        bytes.AddRange(encoded);
    }

    /// <summary>Returns the bytes.</summary>
    public byte[] ToArray() => [.. bytes];
}
