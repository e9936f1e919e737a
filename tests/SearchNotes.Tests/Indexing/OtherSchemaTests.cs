using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

/// <summary>What another version of the program left.</summary>
public sealed class OtherSchemaTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public OtherSchemaTests()
    {
        Directory.CreateDirectory(Corpus);
        File.WriteAllText(Path.Combine(Corpus, "queues.md"), "# Ann Lee on Queues that wait\n\nA queue is a line.\n");
        Run();
    }

    private string Corpus => Path.Combine(root, "corpus");

    private string Index => Path.Combine(root, "index");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void An_index_of_an_older_one_is_rebuilt_by_the_next_run()
    {
        Stamp(Schema.Version - 1);
        Assert.Equal(Fault.OtherSchema, Assert.Throws<SearchNotesException>(() => TalkSearcher.Open(Index)).Fault);

        var report = Run();

        Assert.Equal((true, "another version of SearchNotes wrote the index", 1), (report.Full, report.RebuildReason, report.Talks));
        using var searcher = TalkSearcher.Open(Index);
        Assert.Equal(1, searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = "queue" }).Total);
    }

    [Fact]
    public void An_index_of_a_newer_one_is_refused_with_a_sentence_and_left_alone()
    {
        Stamp(Schema.Version + 1);
        var before = Directory.EnumerateFiles(Path.Combine(Index, "current")).Order().ToList();

        var writing = Assert.Throws<SearchNotesException>(() => Run(full: true));
        var reading = Assert.Throws<SearchNotesException>(() => TalkSearcher.Open(Index));

        Assert.Equal((Fault.OtherSchema, Fault.OtherSchema), (writing.Fault, reading.Fault));
        Assert.Contains("newer SearchNotes", writing.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFiles(Path.Combine(Index, "current")).Order());
    }

    private void Stamp(int schema)
    {
        var folder = new IndexFolder(Index);
        using var writer = new TalkWriter(folder, fromScratch: false);
        writer.Commit(folder.ReadCommit()! with { Schema = schema });
    }

    private ReindexReport Run(bool full = false) =>
        new Reindexer(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System).Run(full);
}
