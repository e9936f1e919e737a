using SearchNotes.Export;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Tests.Export;

/// <summary>A folder of posts, its index and its export.</summary>
public sealed class ExportedSite : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("searchnotes-export-").FullName;

    /// <summary>Indexes and exports the sample posts.</summary>
    public ExportedSite()
        : this(Path.Combine(Repository.Root, "corpus"))
    {
    }

    /// <summary>Indexes and exports a folder of posts.</summary>
    internal ExportedSite(string posts)
    {
        Posts = posts;
        Searcher = Reindex();
        Export();
    }

    /// <summary>The posts.</summary>
    public string Posts { get; }

    /// <summary>The folder that the search was written to.</summary>
    public string Folder => Path.Combine(_root, "search");

    /// <summary>The engine in C#, over the same posts.</summary>
    public TalkSearcher Searcher { get; private set; }

    /// <summary>Writes the export again, after indexing what has changed.</summary>
    public ExportReport ExportAgain()
    {
        Searcher.Dispose();
        Searcher = Reindex();
        return Export();
    }

    /// <summary>Paths of all files below the folder, with <c>/</c>.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Searcher.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private ExportReport Export() => Exporter.Run(new ExportOptions { Out = Folder }, Searcher);

    private TalkSearcher Reindex()
    {
        var index = Path.Combine(_root, "index");
        new Reindexer(new Corpus(new CorpusOptions { Root = Posts }), index, TimeProvider.System).Run();
        return TalkSearcher.Open(index);
    }
}
