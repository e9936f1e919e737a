using System.Security.Cryptography;
using System.Text;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>The list of posts that a generation was made from, in chunks of the generation's index.</summary>
/// <remarks>Times of files differ between machines, so none is kept: posts are compared by their content.</remarks>
internal static class ManifestTable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "manifest";

    /// <summary>Number of chunks. A changed post rewrites one of them.</summary>
    private const int Chunks = 64;

    /// <summary>Reads the manifest; <see langword="null"/> when a part of it, or the whole generation, is missing or damaged.</summary>
    public static Manifest? Read(Cluster cluster, ClusterState state)
    {
        if (!cluster.HasIndex(state.Index))
            return null;
        var posts = new Dictionary<string, ManifestPost>(StringComparer.Ordinal);
        try
        {
            foreach (var (_, _, data) in TableReader.Read(cluster, state.Index, [Name]))
            {
                foreach (var (path, post) in Manifest.Parse(Packing.Unpack(data))?.Posts ?? new Dictionary<string, ManifestPost>())
                    posts[path] = post;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        var manifest = Of(posts);
        return manifest.Fingerprint() == state.ReadRecord().Corpus ? manifest : null;
    }

    /// <summary>Returns the chunks of a manifest.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Write(Manifest manifest) =>
        manifest.Posts.Values.GroupBy(post => ChunkOf(post.Path), StringComparer.Ordinal)
            .Select(chunk => KeyValuePair.Create(chunk.Key, Of(chunk.OrderBy(post => post.Path, StringComparer.Ordinal)
                .ToDictionary(post => post.Path, post => post with { ModifiedTicks = 0 }, StringComparer.Ordinal)).Serialize()));

    private static Manifest Of(Dictionary<string, ManifestPost> posts) =>
        new() { Posts = posts, CheckedSegments = new HashSet<string>() };

    private static string ChunkOf(string path)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(path), hash);
        return Convert.ToHexStringLower([(byte)(hash[0] % Chunks)]);
    }
}
