using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>The list of posts that a generation was made from, in chunks of the generation's index.</summary>
internal static class ManifestTable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "manifest";

    /// <summary>Characters of a chunk.</summary>
    private const int ChunkCharacters = 4 << 20;

    /// <summary>Reads the manifest; <see langword="null"/> when it is missing or damaged.</summary>
    /// <remarks>Times of files differ between machines, so none is known: posts are compared by their content.</remarks>
    public static Manifest? Read(Cluster cluster, string index)
    {
        var data = string.Concat(TableReader.Read(cluster, index, [Name]).Select(chunk => chunk.Data));
        try
        {
            return data.Length == 0 || Manifest.Parse(Packing.Unpack(data)) is not { } manifest ? null : new Manifest
            {
                Posts = manifest.Posts.ToDictionary(post => post.Key, post => post.Value with { ModifiedTicks = 0 },
                    StringComparer.Ordinal),
                CheckedSegments = manifest.CheckedSegments,
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Returns the chunks of a manifest.</summary>
    public static IEnumerable<(string Chunk, string Data)> Write(Manifest manifest)
    {
        var data = Packing.Pack(manifest.Serialize());
        for (var start = 0; start < data.Length; start += ChunkCharacters)
        {
            yield return (start.ToString("D10", System.Globalization.CultureInfo.InvariantCulture),
                data[start..Math.Min(start + ChunkCharacters, data.Length)]);
        }
    }
}
