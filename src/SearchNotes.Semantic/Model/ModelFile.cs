using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SearchNotes.Semantic.Model;

/// <summary>The file of a model: a header with its size and hash, then shape, vocabulary and weights.</summary>
internal static class ModelFile
{
    /// <summary>The first bytes of a file; the last of them is the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "SNMODEL\u0001"u8;

    /// <summary>Size of the header: magic, size of the contents, and their hash.</summary>
    public const int HeaderBytes = 8 + sizeof(long) + SHA256.HashSizeInBytes;

    private const long MaxBytes = 256L << 20;

    /// <summary>Reads a model and verifies it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SearchNotesException">The file is missing, damaged, or no model.</exception>
    public static SentenceEncoder Read(string path)
    {
        try
        {
            var (contents, hash) = Contents(path);
            return new SentenceEncoder(new WeightReader(contents), hash);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SearchNotesException(Fault.Settings,
                $"There is no model of meaning at {path}; docs/semantic.md says how to make it.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException
            or KeyNotFoundException or OverflowException)
        {
            throw new SearchNotesException(Fault.Settings,
                $"The model of meaning at {path} cannot be used: {e.Message.TrimEnd('.')}. docs/semantic.md says how to make it again.", e);
        }
    }

    /// <summary>Writes the header in front of the contents.</summary>
    public static void Write(Stream file, ReadOnlySpan<byte> contents)
    {
        file.Write(Magic);
        Span<byte> size = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(size, contents.Length);
        file.Write(size);
        file.Write(SHA256.HashData(contents));
        file.Write(contents);
    }

    private static (byte[] Contents, byte[] Hash) Contents(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var header = new byte[HeaderBytes];
        if (file.Length is < HeaderBytes or > MaxBytes)
            throw new InvalidDataException("its size is not that of a model");
        file.ReadExactly(header);
        if (!header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw new InvalidDataException("it is no model, or one of another version of SearchNotes");
        if (BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(Magic.Length)) != file.Length - HeaderBytes)
            throw new InvalidDataException("it is not complete");
        var contents = new byte[file.Length - HeaderBytes];
        file.ReadExactly(contents);
        var hash = SHA256.HashData(contents);
        if (!hash.AsSpan().SequenceEqual(header.AsSpan(Magic.Length + sizeof(long))))
            throw new InvalidDataException("its hash is not that of its contents");
        return (contents, hash);
    }
}
