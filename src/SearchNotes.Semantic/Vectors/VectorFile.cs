using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SearchNotes.Semantic.Vectors;

/// <summary>The file of the vectors, which lies beside the index: a header that names the model, then a record for each passage: key,
/// vector, and a checksum.</summary>
/// <remarks>Records are appended. A record that a crash has cut off, and everything behind a damaged one, is dropped and encoded
/// again.</remarks>
internal sealed class VectorFile : IDisposable
{
    private const int ChecksumBytes = 4;
    private const int ModelBytes = SHA256.HashSizeInBytes;

    private readonly FileStream file;
    private readonly int dimensions;

    private VectorFile(FileStream file, int dimensions) => (this.file, this.dimensions) = (file, dimensions);

    /// <summary>Whether the file held records that could not be read.</summary>
    public bool WasDamaged { get; private set; }

    private static ReadOnlySpan<byte> Magic => "SNVECTR\u0001"u8;

    private static int HeaderBytes => Magic.Length + ModelBytes;

    private int RecordBytes => PassageKey.Bytes + dimensions + ChecksumBytes;

    /// <summary>Opens the file for this process alone, creates it where there is none, and empties one of another model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Hash of the model.</param>
    /// <param name="dimensions">Length of a vector.</param>
    /// <param name="into">Receives the vectors of the file.</param>
    /// <exception cref="IOException">The file cannot be read or written, or another process has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read or write it.</exception>
    public static VectorFile Open(string path, ReadOnlySpan<byte> model, int dimensions, Dictionary<UInt128, PassageVector> into)
    {
        var opened = new VectorFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), dimensions);
        try
        {
            opened.Read(model, into);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Adds a record.</summary>
    public void Append(UInt128 key, PassageVector vector)
    {
        var record = new byte[RecordBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(record, key);
        vector.Bytes.CopyTo(record.AsSpan(PassageKey.Bytes));
        Checksum(record).CopyTo(record.AsSpan(^ChecksumBytes..));
        file.Write(record);
    }

    /// <summary>Writes what was added to the disk.</summary>
    public void Flush() => file.Flush();

    /// <summary>Drops all records and adds the given ones. A crash in between costs only the time to encode them again.</summary>
    public void Rewrite(IEnumerable<KeyValuePair<UInt128, PassageVector>> records)
    {
        file.SetLength(HeaderBytes);
        file.Position = HeaderBytes;
        foreach (var (key, vector) in records)
            Append(key, vector);
        Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Read(ReadOnlySpan<byte> model, Dictionary<UInt128, PassageVector> into)
    {
        var header = new byte[HeaderBytes];
        var isOurs = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header.AsSpan(0, Magic.Length).SequenceEqual(Magic) && header.AsSpan(Magic.Length).SequenceEqual(model);
        if (!isOurs)
        {
            file.SetLength(0);
            file.Write(Magic);
            file.Write(model);
            return;
        }

        var record = new byte[RecordBytes];
        long end = HeaderBytes;
        while (file.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length
            && Checksum(record).SequenceEqual(record.AsSpan(^ChecksumBytes..)))
        {
            var numbers = MemoryMarshal.Cast<byte, sbyte>(record.AsSpan(PassageKey.Bytes, dimensions)).ToArray();
            into[BinaryPrimitives.ReadUInt128LittleEndian(record)] = new PassageVector(numbers);
            end = file.Position;
        }

        WasDamaged = end < file.Length;
        file.SetLength(end);
        file.Position = end;
    }

    private static ReadOnlySpan<byte> Checksum(byte[] record) => SHA256.HashData(record.AsSpan(..^ChecksumBytes)).AsSpan(0, ChecksumBytes);
}
