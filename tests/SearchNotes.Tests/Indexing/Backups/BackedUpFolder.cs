using SearchNotes.Querying;

namespace SearchNotes.Tests.Indexing.Backups;

/// <summary>A temporary folder with a corpus of one post, its index and room for a backup.</summary>
public abstract class BackedUpFolder : ReindexedFolder
{
    protected BackedUpFolder()
    {
        Write("queues.md", "# Ann Lee on Queues that wait\n\nA queue is a line.\n");
        Run();
    }

    protected string Backup => Path.Combine(Root, "index.zip");

    protected static int Total(TalkSearcher searcher, string word) =>
        searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = $"\"{word}\"" }).Total;

    protected int Hits(string word)
    {
        using var searcher = TalkSearcher.Open(Index);
        return Total(searcher, word);
    }
}
