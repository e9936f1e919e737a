using System.IO.Enumeration;

namespace SearchNotes.Posts.Files;

/// <summary>Finds the files of a corpus that may be posts, without opening one.</summary>
/// <remarks>What it makes lists of are classes: for each kind of value in a generic list the runtime compiles the list's code
/// once more at every start, a fifth of the time that a run takes which finds nothing to do.</remarks>
internal sealed class CorpusWalk
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdown", ".mkd", ".txt"];

    // Folders that hold no posts: packages, templates, and the copy of the posts that Jekyll leaves in its output.
    // Hidden folders (.git, .github, .obsidian) stay out as well. Hugo's "public" holds no Markdown and may be a name of the blogger's own.
    private static readonly string[] SkippedFolders = ["node_modules", "_site", "_includes", "_layouts"];

    /// <summary>The time that .NET gives for a file which it may not ask for one, as in a folder that may be listed and not
    /// entered.</summary>
    private static readonly long UnknownTicks = DateTime.FromFileTimeUtc(0).Ticks;

    private readonly string root;
    private readonly List<FoundFile> files = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> links = [];
    private readonly List<UnlistedFolder> unlisted = [];

    private CorpusWalk(string root) => this.root = root;

    private sealed record FoundFile(string Path, string FullPath, long Length, long ModifiedTicks);

    private sealed record OpenFolder(string Name, string RealName);

    /// <summary>Lists the files by path.</summary>
    /// <param name="options">Where the corpus folder is.</param>
    /// <exception cref="SearchNotesException">The folder is missing or cannot be listed, or a link leads it out of its clone.</exception>
    internal static CorpusListing List(CorpusOptions options)
    {
        try
        {
            var walk = new CorpusWalk(CorpusArea.Of(options).Root);
            walk.Add(walk.root, walk.root);
            walk.FollowLinks();
            return new CorpusListing(walk.Named(), [.. walk.unlisted.OrderBy(folder => folder.Path, StringComparer.Ordinal)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Corpus, $"The corpus folder \"{options.Root}\" cannot be listed: {e.Message}", e);
        }
    }

    private List<PostFile> Named()
    {
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var ids = PostIds.Assign([.. files.Select(f => f.Path)]);
        return [.. files.Select((f, i) => new PostFile(f.Path, f.FullPath, ids[i], f.Length, f.ModifiedTicks))];
    }

    /// <summary>Adds what lies below a folder.</summary>
    /// <param name="folder">The folder as the corpus names it.</param>
    /// <param name="realFolder">Where it really is.</param>
    private void Add(string folder, string realFolder)
    {
        var open = new Stack<OpenFolder>();
        open.Push(new OpenFolder(folder, realFolder));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.RealName))
                continue;
            foreach (var entry in EntriesOf(next))
            {
                var path = Path.Join(next.Name, entry.Name);
                if (entry.IsLink)
                    links.Add(path);
                else if (!entry.IsFolder)
                    AddFile(path, Path.Join(next.RealName, entry.Name), entry.Length, entry.ModifiedTicks);
                else if (!SkippedFolders.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))
                    open.Push(new OpenFolder(path, Path.Join(next.RealName, entry.Name)));
            }
        }
    }

    /// <summary>What lies in a folder; nothing when one below the corpus folder cannot be listed, which is noted.</summary>
    private List<Entry> EntriesOf(OpenFolder folder)
    {
        try
        {
            List<Entry> entries = [.. Entries(folder.RealName)];
            if (entries.Exists(entry => !entry.IsFolder && entry.ModifiedTicks == UnknownTicks && IsPost(entry.Name)))
                throw new UnauthorizedAccessException("The files in it cannot be looked at.");
            return entries;
        }
        catch (DirectoryNotFoundException) when (folder.RealName != root)
        {
            // Deleted since it was seen.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && folder.RealName != root)
        {
            unlisted.Add(new UnlistedFolder(InCorpus(folder.Name), e.Message.TrimEnd('.')));
            return [];
        }
    }

    /// <summary>Links come last: one into the corpus mostly leads to what is listed already under its own name, one out of it is not
    /// followed.</summary>
    /// <remarks>Nor is one that would make a post of what is none: <c>x.md</c> may lead to a file with a key, or to the repository's own
    /// configuration with the password of its remote.</remarks>
    private void FollowLinks()
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (RealPath.TryResolve(links[i]) is not { } real || !RealPath.IsBelow(real, root) || RealPath.IsInRepository(real, root))
                continue;
            if (Directory.Exists(real))
                Add(links[i], real);
            else if (HaveSameExtension(links[i], real) && new FileInfo(real) is { Exists: true } file)
                AddFile(links[i], real, file.Length, file.LastWriteTimeUtc.Ticks);
        }
    }

    private void AddFile(string path, string fullPath, long length, long modifiedTicks)
    {
        if (IsPost(path) && seen.Add(fullPath))
            files.Add(new FoundFile(InCorpus(path), fullPath, length, modifiedTicks));
    }

    private static bool IsPost(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private string InCorpus(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static bool HaveSameExtension(string one, string other) =>
        Path.GetExtension(one.AsSpan()).Equals(Path.GetExtension(other.AsSpan()), StringComparison.OrdinalIgnoreCase);

    private sealed record Entry(string Name, bool IsFolder, bool IsLink, long Length, long ModifiedTicks);

    private static FileSystemEnumerable<Entry> Entries(string folder) => new(
        folder,
        (ref FileSystemEntry e) => new Entry(
            e.FileName.ToString(), e.IsDirectory, (e.Attributes & FileAttributes.ReparsePoint) != 0, e.IsDirectory
            ? 0 : e.Length, e.LastWriteTimeUtc.Ticks),
        new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = (ref FileSystemEntry e) => !e.FileName.StartsWith('.'),
    };
}
