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

    private readonly string root;
    private readonly List<FoundFile> files = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> links = [];

    private CorpusWalk(string root) => this.root = root;

    private sealed record FoundFile(string Path, string FullPath, long Length, long ModifiedTicks);

    private sealed record OpenFolder(string Name, string RealName);

    /// <summary>Lists the files by path.</summary>
    /// <param name="root">The corpus folder.</param>
    /// <exception cref="SearchNotesException">The folder, or one in it, is missing or cannot be listed.</exception>
    internal static IReadOnlyList<PostFile> List(string root)
    {
        if (!Directory.Exists(root))
            throw new SearchNotesException(Fault.Corpus, $"There is no corpus folder \"{root}\"; name one with --corpus.");

        try
        {
            var walk = new CorpusWalk(RealPath.Of(root));
            walk.Add(walk.root, walk.root);
            walk.FollowLinks();
            return walk.Named();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Corpus, $"The corpus folder \"{root}\" cannot be listed: {e.Message}", e);
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
            foreach (var entry in Entries(next.RealName))
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

    /// <summary>Links come last: one into the corpus mostly leads to what is listed already under its own name, one out of it is not followed.</summary>
    private void FollowLinks()
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (RealPath.TryResolve(links[i]) is not { } real || !real.StartsWith(this.root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                continue;
            if (Directory.Exists(real))
                Add(links[i], real);
            else if (new FileInfo(real) is { Exists: true } file)
                AddFile(links[i], real, file.Length, file.LastWriteTimeUtc.Ticks);
        }
    }

    private void AddFile(string path, string fullPath, long length, long modifiedTicks)
    {
        if (Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && seen.Add(fullPath))
            files.Add(new FoundFile(Path.GetRelativePath(this.root, path).Replace(Path.DirectorySeparatorChar, '/'), fullPath, length, modifiedTicks));
    }

    private sealed record Entry(string Name, bool IsFolder, bool IsLink, long Length, long ModifiedTicks);

    private static FileSystemEnumerable<Entry> Entries(string folder) => new(
        folder,
        (ref FileSystemEntry e) => new Entry(
            e.FileName.ToString(), e.IsDirectory, (e.Attributes & FileAttributes.ReparsePoint) != 0, e.IsDirectory ? 0 : e.Length, e.LastWriteTimeUtc.Ticks),
        new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = (ref FileSystemEntry e) => !e.FileName.StartsWith('.'),
    };
}
