using System.Security.Cryptography;
using System.Text;
using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Pages;

/// <summary>Reads the files of a blog that decide on the addresses of its pages. All of them count towards a fingerprint.</summary>
/// <param name="folder">The blog's folder, with links resolved.</param>
/// <param name="limit">The folder that the real paths of all files must be in.</param>
internal sealed class BlogFiles(string folder, string limit)
{
    private const int MaxBytes = 256 * 1024;
    private const int MaxFiles = 2_000;
    private const int MaxEntries = 50_000;
    private const int MaxDepth = 8;

    private readonly SortedDictionary<string, string?> read = new(StringComparer.Ordinal);

    /// <summary>A hash of the names and contents of all files read so far.</summary>
    internal string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (path, text) in read)
                hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{text?.Length ?? -1}\n{text}\n"));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Returns the text of a file; <see langword="null"/> if it is missing, empty, too large or a link out of the blog.</summary>
    /// <param name="path">Path below the blog's folder, with <c>/</c>.</param>
    internal string? Read(string path)
    {
        if (read.TryGetValue(path, out var known))
            return known;
        if (read.Count >= MaxFiles || !File.Exists(Path.Join(folder, path)))
            return null;
        var bytes = UntrustedFile.Read(Path.Join(folder, path), limit, MaxBytes).Bytes;
        return read[path] = bytes is { Length: > 0 } ? PostText.Decode(bytes).Text : null;
    }

    /// <summary>Returns the files below a folder that are wanted by their name, by path. Links, hidden folders and packages are
    /// skipped.</summary>
    /// <param name="below">The folder below the blog's, with a trailing slash; empty for the blog's own.</param>
    /// <param name="wanted">Whether a file of that name is wanted.</param>
    internal IReadOnlyList<string> Find(string below, Func<string, bool> wanted)
    {
        var found = new List<string>();
        var entries = 0;
        var open = new Stack<(string Path, int Depth)>([(below, 0)]);
        while (open.TryPop(out var current) && entries < MaxEntries)
        {
            var directory = new DirectoryInfo(Path.Join(folder, current.Path));
            if (!directory.Exists || directory.LinkTarget is not null)
                continue;
            foreach (var entry in directory.EnumerateFileSystemInfos("*",
                new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint }))
            {
                if (++entries > MaxEntries)
                    break;
                if (entry is FileInfo && wanted(entry.Name))
                    found.Add(current.Path + entry.Name);
                else if (entry is DirectoryInfo && current.Depth < MaxDepth && entry.Name is not ("node_modules" or "_site" or "public"))
                    open.Push((current.Path + entry.Name + "/", current.Depth + 1));
            }
        }

        return [.. found.Order(StringComparer.Ordinal).Take(MaxFiles)];
    }
}
