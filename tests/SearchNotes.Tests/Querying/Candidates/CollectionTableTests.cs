using SearchNotes.Indexing;
using Xunit;

namespace SearchNotes.Tests.Querying.Candidates;

public sealed class CollectionTableTests
{
    [Fact]
    public void What_is_taken_out_again_leaves_no_trace()
    {
        var (counts, terms) = (new CollectionCounts(), new TalkTerms());
        var talk = SampleIndex.Talk("Queues with Redis", "Ada Muster", ["A queue of jobs."], date: "2013-07-07", eventTitle: "Days");
        terms.Read(talk, isRemainder: false);
        counts.Add(talk, terms, 1);

        counts.Add(talk, terms, -1);

        Assert.All(counts.Tables, table => Assert.Empty(table.Rows));
    }

    [Fact]
    public void Chunks_hold_all_rows_and_come_back()
    {
        var table = new CollectionTable(CollectionTable.Words);
        foreach (var word in (string[])["apple", "arc", "bee", "形態", "10", ""])
            table.Add(word, [1, 2, 0]);
        var again = new CollectionTable(CollectionTable.Words);

        var chunks = table.Chunks().ToList();
        foreach (var (_, rows) in chunks)
            again.Read(rows.Write());

        Assert.Equal(5, chunks.Count);
        Assert.Equal(Written(table), Written(again));
    }

    private static IEnumerable<string> Written(CollectionTable table) =>
        table.Rows.Select(row => $"{row.Key} {string.Join(',', row.Value)}");
}
