using System.Security.Cryptography;
using System.Text;

namespace SearchNotes.Indexing;

/// <summary>The list of posts that a commit was made from. Stored in a file beside Lucene's and named in the commit, so that both
/// are replaced in one step.</summary>
internal sealed class Manifest
{
    private const string Magic = "searchnotes posts 3";
    private const string Extension = ".posts";

    /// <summary>Posts by path, including posts that are not indexed.</summary>
    public required IReadOnlyDictionary<string, ManifestPost> Posts { get; init; }

    /// <summary>Segments whose checksums have been verified since they were written.</summary>
    public required IReadOnlySet<string> CheckedSegments { get; init; }

    /// <summary>Returns a fingerprint of the paths and contents of all posts.</summary>
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

    /// <summary>Writes the manifest to a file with a unique name, flushed to disk.</summary>
    /// <returns>The name of the file.</returns>
    public string Write(string folder)
    {
        var name = Guid.NewGuid().ToString("N")[..12] + Extension;
        using var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
        file.Write(Serialize());
        file.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>Serializes the manifest, with a checksum at its end.</summary>
    public byte[] Serialize()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(Posts.Count);
        foreach (var post in Posts.Values)
            Write(writer, post);
        writer.Write7BitEncodedInt(CheckedSegments.Count);
        foreach (var segment in CheckedSegments)
            writer.Write(segment);
        writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>Reads a manifest.</summary>
    /// <returns>The manifest; <see langword="null"/> when the file is missing or damaged.</returns>
    public static Manifest? Read(string folder, string name)
    {
        try
        {
#pragma warning disable RS0030 // Only SearchNotes writes to the index folder.
            return Parse(File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(name))));
#pragma warning restore RS0030
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads a serialized manifest; <see langword="null"/> when it is damaged.</summary>
    public static Manifest? Parse(byte[] bytes)
    {
        try
        {
            var end = bytes.Length - SHA256.HashSizeInBytes;
            if (end < 0 || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
                return null;

            using var reader = new BinaryReader(new MemoryStream(bytes, 0, end), Encoding.UTF8);
            if (reader.ReadString() != Magic)
                return null;
            var posts = new Dictionary<string, ManifestPost>(StringComparer.Ordinal);
            for (var remaining = reader.Read7BitEncodedInt(); remaining > 0; remaining--)
            {
                var post = ReadPost(reader);
                posts[post.Path] = post;
            }

            var segments = new HashSet<string>(StringComparer.Ordinal);
            for (var remaining = reader.Read7BitEncodedInt(); remaining > 0; remaining--)
                segments.Add(reader.ReadString());
            return new Manifest { Posts = posts, CheckedSegments = segments };
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Deletes all manifests of a folder except those given.</summary>
    public static void DeleteOthers(string folder, IReadOnlySet<string> kept)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            if (!kept.Contains(Path.GetFileName(file)))
                File.Delete(file);
        }
    }

    private static void Write(BinaryWriter writer, ManifestPost post)
    {
        writer.Write(post.Path);
        writer.Write(post.Id);
        writer.Write7BitEncodedInt64(post.Length);
        writer.Write(post.ModifiedTicks);
        writer.Write((byte)post.Hash.Length);
        writer.Write(post.Hash);
        writer.Write7BitEncodedInt(post.Talks);
        writer.Write7BitEncodedInt(post.Documents);
        writer.Write7BitEncodedInt(post.CodeBlocks);
        writer.Write(post.SkipReason ?? "");
        writer.Write(post.ChangesAtTicks);
        writer.Write(post.Opinion);
        writer.Write(post.Prior);
        Write(writer, post.Places);
        Write(writer, post.Former);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<TalkPlace> places)
    {
        writer.Write7BitEncodedInt(places.Count);
        foreach (var place in places)
        {
            writer.Write(place.Id);
            writer.Write7BitEncodedInt(place.Line);
            writer.Write(place.Hash);
        }
    }

    private static List<TalkPlace> ReadPlaces(BinaryReader reader)
    {
        var places = new List<TalkPlace>();
        for (var remaining = reader.Read7BitEncodedInt(); remaining > 0; remaining--)
            places.Add(new TalkPlace(reader.ReadString(), reader.Read7BitEncodedInt(), reader.ReadUInt64()));
        return places;
    }

    private static ManifestPost ReadPost(BinaryReader reader)
    {
        var (path, id, length, modified) = (reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt64(), reader.ReadInt64());
        var hash = reader.ReadBytes(reader.ReadByte());
        var (talks, documents, codeBlocks, skipReason) =
            (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadString());
        return new ManifestPost(path, id, length, modified, hash, talks, documents, codeBlocks, skipReason.Length == 0 ? null : skipReason,
            reader.ReadInt64(), reader.ReadSByte(), reader.ReadUInt16(), ReadPlaces(reader), ReadPlaces(reader));
    }
}

/// <summary>A post as it was when the commit was made.</summary>
/// <param name="Path">Path below the corpus folder.</param>
/// <param name="Id">Id of the post, the first part of the ids of its documents.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="ModifiedTicks">Time of the last change, in UTC ticks; 0 when the file was so young that a later change could have the
/// same time.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Talks">Number of talks.</param>
/// <param name="Documents">Number of documents.</param>
/// <param name="CodeBlocks">Number of code blocks.</param>
/// <param name="SkipReason">Reason why the post is not indexed, or <see langword="null"/>.</param>
/// <param name="ChangesAtTicks">Time at which the post becomes or ceases to be published, in UTC ticks; 0 if that does not change.</param>
/// <param name="Opinion">The splitter's opinion of the post on its own.</param>
/// <param name="Prior">The prior from the other posts of the blog and of its series when it was split, packed.</param>
/// <param name="Places">The places where its talks begin.</param>
/// <param name="Former">The places where talks began whose ids no longer exist.</param>
internal sealed record ManifestPost(string Path, string Id, long Length, long ModifiedTicks, byte[] Hash, int Talks, int Documents,
    int CodeBlocks, string? SkipReason, long ChangesAtTicks, sbyte Opinion, ushort Prior, IReadOnlyList<TalkPlace> Places,
    IReadOnlyList<TalkPlace> Former)
{
    /// <summary>The present and the former places.</summary>
    public IReadOnlyList<TalkPlace> AllPlaces => [.. Places, .. Former];
}
