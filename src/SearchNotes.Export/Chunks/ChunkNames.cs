using System.Security.Cryptography;
using System.Text;
using SearchNotes.Export.Files;

namespace SearchNotes.Export.Chunks;

/// <summary>Collects the chunks of an export, and names each by the hash of its content. A name always refers to the same content, so
/// browsers may cache it permanently.</summary>
internal sealed class ChunkNames
{
    /// <summary>Length of a name in characters of five bits each.</summary>
    public const int NameLength = 8;

    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>The files of the chunks.</summary>
    public IEnumerable<ExportedFile> Files => files.Select(file => new ExportedFile($"i/{file.Key}", file.Value));

    /// <summary>Adds chunks that are named together. Each begins with its own name, so that the engine recognizes a file with other
    /// content.</summary>
    /// <returns>The name before the endings.</returns>
    /// <exception cref="SearchNotesException">Two contents have the same short hash.</exception>
    public string Add(params IReadOnlyList<Chunk> chunks) => Add([], chunks);

    /// <summary>Adds chunks that are named together and compressed with words that the engine knows from another chunk.</summary>
    /// <param name="known">The words; without any, the chunks are compressed alone.</param>
    /// <param name="chunks">The chunks.</param>
    /// <returns>The name before the endings.</returns>
    /// <exception cref="SearchNotesException">Two contents have the same short hash.</exception>
    public string Add(byte[] known, IReadOnlyList<Chunk> chunks)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(known);
        foreach (var chunk in chunks)
        {
            sha.AppendData(Encoding.ASCII.GetBytes($"{chunk.Ending} {chunk.Text.Length} {chunk.Coded.Length}\n"));
            sha.AppendData(chunk.Text);
            sha.AppendData(chunk.Coded);
        }

        var hash = sha.GetHashAndReset();
        var name = string.Concat(hash.Take(NameLength).Select(b => Digits[b & 31]));
        var whole = Convert.ToHexStringLower(hash);
        if (!hashes.TryAdd(name, whole) && hashes[name] != whole)
        {
            throw new SearchNotesException(Fault.Corpus,
                $"Two parts of the index have the same short hash {name}; change a word in any post, and export again.");
        }

        foreach (var chunk in chunks)
        {
            byte[] text = [.. Encoding.ASCII.GetBytes($"{name}{chunk.Ending}\n"), .. chunk.Text];
            files[$"{name}{chunk.Ending}"] = known.Length > 0 ? Packed.Deflate(text, known) : Packed.Gzip(text, chunk.Coded);
        }

        return name;
    }
}
