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
    private readonly SortedDictionary<string, byte[]> chunks = new(StringComparer.Ordinal);

    /// <summary>The files of the chunks.</summary>
    public IEnumerable<ExportedFile> Files => chunks.Select(chunk => new ExportedFile($"i/{chunk.Key}", chunk.Value));

    /// <summary>Adds chunks that are named together. Each begins with its own name, so that the engine recognizes a file with other
    /// content.</summary>
    /// <param name="chunks">The endings of their names with their contents.</param>
    /// <returns>The name before the endings.</returns>
    /// <exception cref="SearchNotesException">Two contents have the same short hash.</exception>
    public string Add(params (string Ending, byte[] Content)[] chunks)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (ending, content) in chunks)
        {
            sha.AppendData(Encoding.ASCII.GetBytes($"{ending} {content.Length}\n"));
            sha.AppendData(content);
        }

        var hash = sha.GetHashAndReset();
        var name = string.Concat(hash.Take(NameLength).Select(b => Digits[b & 31]));
        var whole = Convert.ToHexStringLower(hash);
        if (!hashes.TryAdd(name, whole) && hashes[name] != whole)
        {
            throw new SearchNotesException(Fault.Corpus,
                $"Two parts of the index have the same short hash {name}; change a word in any post, and export again.");
        }

        foreach (var (ending, content) in chunks)
            this.chunks[$"{name}{ending}"] = Packed.Gzip([.. Encoding.ASCII.GetBytes($"{name}{ending}\n"), .. content]);
        return name;
    }
}
