using System.IO.Enumeration;

namespace SearchNotes.Posts.Files;

/// <summary>Finds the files of a corpus that may be posts, without opening any.</summary>
/// <remarks>The elements of the lists are classes, not structs: the runtime compiles a generic list again for each value type on every
/// start. That took a fifth of the time of a run without changes.</remarks>
internal sealed class CorpusWalk
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdown", ".mkdn", ".mkdown", ".mkd", ".mdx", ".txt"];

    // Other notations in which people write posts.
    private static readonly string[] OtherExtensions =
        [".rst", ".org", ".adoc", ".asciidoc", ".textile", ".ipynb", ".rmd", ".qmd", ".docx", ".tex"];

    // Folders without posts: packages, templates, and the copy of the posts in Jekyll's output.
    // Hidden folders (.git, .github, .obsidian) are skipped as well. "public" is not: Hugo writes no Markdown there, and the name may be
    // the blogger's own.
    private static readonly string[] SkippedFolders = ["node_modules", "_site", "_includes", "_layouts"];

    /// <summary>The time that .NET returns for a file without access to its time, as in a folder that can be listed but not
    /// entered.</summary>
    private static readonly long UnknownTicks = DateTime.FromFileTimeUtc(0).Ticks;

    private readonly string root;
    private readonly List<FoundFile> files = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> links = [];
    private readonly List<UnlistedFolder> unlisted = [];
    private readonly List<string> others = [];
    private readonly List<string> brokenLinks = [];

    private CorpusWalk(string root) => this.root = root;

    private sealed record FoundFile(string Path, string FullPath, long Length, long ModifiedTicks);

    private sealed record OpenFolder(string Name, string RealName);

    /// <summary>Returns the files, sorted by path.</summary>
    /// <param name="options">Options with the corpus folder.</param>
    /// <exception cref="SearchNotesException">The folder is missing or cannot be listed, or a link leads it out of its clone.</exception>
    internal static CorpusListing List(CorpusOptions options)
    {
        try
        {
            var walk = new CorpusWalk(CorpusArea.Of(options).Root);
            walk.Add(walk.root, walk.root);
            walk.FollowLinks();
            return new CorpusListing(walk.WithIds(), [.. walk.unlisted.OrderBy(folder => folder.Path, StringComparer.Ordinal)])
            {
                PassedOver = walk.PassedOver(),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Corpus, $"The corpus folder \"{options.Root}\" cannot be listed: {e.Message}", e);
        }
    }

    private List<PostFile> WithIds()
    {
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var ids = PostIds.Assign([.. files.Select(f => f.Path)]);
        return [.. files.Select((f, i) => new PostFile(f.Path, f.FullPath, ids[i], f.Length, f.ModifiedTicks))];
    }

    /// <summary>Adds the contents of a folder and its subfolders.</summary>
    /// <param name="folder">Path of the folder within the corpus.</param>
    /// <param name="realFolder">Real path of the folder.</param>
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

    /// <summary>Returns the entries of a folder. A subfolder that cannot be listed is recorded and yields no entries.</summary>
    private List<Entry> EntriesOf(OpenFolder folder)
    {
        try
        {
            List<Entry> entries = [.. Entries(folder.RealName)];
            if (entries.Exists(entry => !entry.IsFolder && entry.ModifiedTicks == UnknownTicks && IsPost(entry.Name)))
                throw new UnauthorizedAccessException("The files in it cannot be accessed.");
            return entries;
        }
        catch (DirectoryNotFoundException) when (folder.RealName != root)
        {
            // The folder was deleted in the meantime.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && folder.RealName != root)
        {
            unlisted.Add(new UnlistedFolder(InCorpus(folder.Name), e.Message.TrimEnd('.')));
            return [];
        }
    }

    /// <summary>Follows the links after everything else. Most links inside the corpus lead to files that are already listed under their
    /// own names; links out of the corpus are not followed.</summary>
    /// <remarks>A link and its target must have the same extension, and a link into <c>.git</c> is not followed. Otherwise <c>x.md</c>
    /// could expose a key file, or the repository's configuration with the password of its remote.</remarks>
    private void FollowLinks()
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (RealPath.TryResolve(links[i]) is not { } real || !RealPath.IsBelow(real, root) || RealPath.IsInRepository(real, root))
            {
                if (IsPost(links[i]))
                    brokenLinks.Add(InCorpus(links[i]));
                continue;
            }

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
        else if (OtherExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            others.Add(InCorpus(path));
    }

    private IReadOnlyList<PassedOverFiles> PassedOver() =>
    [
        .. others.GroupBy(path => Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new PassedOverFiles(kind.Key, kind.Count(), kind.Order(StringComparer.Ordinal).First())),
        .. brokenLinks.Count == 0 ? (PassedOverFiles[])[]
            : [new PassedOverFiles("link", brokenLinks.Count, brokenLinks.Order(StringComparer.Ordinal).First())],
    ];

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
