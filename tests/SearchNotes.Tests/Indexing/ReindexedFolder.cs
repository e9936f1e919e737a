using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Tests.Indexing;

/// <summary>A temporary folder with a corpus and its index, for tests that reindex.</summary>
public abstract class ReindexedFolder : IDisposable
{
    protected ReindexedFolder() => Directory.CreateDirectory(Corpus);

    protected string Root { get; } = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    protected string Corpus => Path.Combine(Root, "corpus");

    protected string Index => Path.Combine(Root, "index");

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Changes one byte in the middle of a file.</summary>
    protected static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x5A;
        File.WriteAllBytes(file, bytes);
    }

    protected void Write(string name, string text) => File.WriteAllText(Path.Combine(Corpus, name), text);

    /// <summary>Writes two posts with two talks each.</summary>
    protected void WriteTwoPosts()
    {
        Write("2013-07-07-day-two.md",
            "# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Write("2014-02-02-day-three.md",
            "# Cyd Ellis on Caches that forget\n\nA cache is a memory.\n\n# Dina Fox on Trees that grow\n\nA tree is a plant.\n");
    }

    private protected Reindexer Reindexer() => new(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System);

    private protected ReindexReport Run(bool full = false) => Reindexer().Run(full);

    protected IReadOnlyList<string> Topics(string query)
    {
        using var searcher = TalkSearcher.Open(Index);
        return [.. searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = query }).Hits.Select(hit =>
            hit.Talk.Talk.Topic)];
    }
}
