using System.Security.Cryptography;
using System.Text;

namespace SearchNotes.Indexing;

/// <summary>Which posts a commit was made from. A file beside Lucene's, named in the commit, so that both are replaced in one
/// step.</summary>
internal sealed class Manifest
{
    private const string Magic = "searchnotes posts 1";
    private const string Extension = ".posts";

    /// <summary>Posts by path, those left out of the index too.</summary>
    public required IReadOnlyDictionary<string, ManifestPost> Posts { get; init; }

    /// <summary>Segments whose checksums were compared since they were written.</summary>
    public required IReadOnlySet<string> CheckedSegments { get; init; }

    /// <summary>Fingerprint of all posts in it.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var post in Posts.Values.OrderBy(p => p.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(post.Path));
            hash.AppendData(post.Hash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Writes it under a name that no other manifest has, through to the disk.</summary>
    /// <returns>The file's name.</returns>
    public string Write(string folder)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        to.Write(Magic);
        to.Write7BitEncodedInt(Posts.Count);
        foreach (var post in Posts.Values)
            Write(to, post);
        to.Write7BitEncodedInt(CheckedSegments.Count);
        foreach (var segment in CheckedSegments)
            to.Write(segment);
        to.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));

        var name = Guid.NewGuid().ToString("N")[..12] + Extension;
        using var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
        bytes.WriteTo(file);
        file.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>Reads one.</summary>
    /// <returns><see langword="null"/> when it is missing or not whole.</returns>
    public static Manifest? Read(string folder, string name)
    {
        try
        {
#pragma warning disable RS0030 // Nobody but the program writes to the index folder.
            var bytes = File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(name)));
#pragma warning restore RS0030
            var end = bytes.Length - SHA256.HashSizeInBytes;
            if (end < 0 || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
                return null;

            using var from = new BinaryReader(new MemoryStream(bytes, 0, end), Encoding.UTF8);
            if (from.ReadString() != Magic)
                return null;
            var posts = new Dictionary<string, ManifestPost>(StringComparer.Ordinal);
            for (var left = from.Read7BitEncodedInt(); left > 0; left--)
            {
                var post = ReadPost(from);
                posts[post.Path] = post;
            }

            var segments = new HashSet<string>(StringComparer.Ordinal);
            for (var left = from.Read7BitEncodedInt(); left > 0; left--)
                segments.Add(from.ReadString());
            return new Manifest { Posts = posts, CheckedSegments = segments };
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Deletes the manifests of a folder that no kept commit names.</summary>
    public static void DeleteOthers(string folder, IReadOnlySet<string> kept)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            if (!kept.Contains(Path.GetFileName(file)))
                File.Delete(file);
        }
    }

    private static void Write(BinaryWriter to, ManifestPost post)
    {
        to.Write(post.Path);
        to.Write(post.Id);
        to.Write7BitEncodedInt64(post.Length);
        to.Write(post.ModifiedTicks);
        to.Write((byte)post.Hash.Length);
        to.Write(post.Hash);
        to.Write7BitEncodedInt(post.Talks);
        to.Write7BitEncodedInt(post.Documents);
        to.Write7BitEncodedInt(post.CodeBlocks);
        to.Write(post.SkipReason ?? "");
    }

    private static ManifestPost ReadPost(BinaryReader from)
    {
        var (path, id, length, modified) = (from.ReadString(), from.ReadString(), from.Read7BitEncodedInt64(), from.ReadInt64());
        var hash = from.ReadBytes(from.ReadByte());
        var (talks, documents, codeBlocks, leftOut) =
            (from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.ReadString());
        return new ManifestPost(path, id, length, modified, hash, talks, documents, codeBlocks, leftOut.Length == 0 ? null : leftOut);
    }
}

/// <summary>A post as it was when it was indexed.</summary>
/// <param name="Path">Path below the corpus folder.</param>
/// <param name="Id">The post's part of its ids.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="ModifiedTicks">Time of the last change, in ticks of UTC; 0 when the file was so young that a later change could carry the
/// same time.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Talks">How many talks it holds.</param>
/// <param name="Documents">How many documents were made from it.</param>
/// <param name="CodeBlocks">How many code blocks they hold.</param>
/// <param name="SkipReason">Why it is not in the index, or <see langword="null"/>.</param>
internal sealed record ManifestPost(string Path, string Id, long Length, long ModifiedTicks, byte[] Hash, int Talks, int Documents,
    int CodeBlocks, string? SkipReason);
