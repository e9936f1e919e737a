using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchNotes.Indexing;
using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class SegmentMergesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(8, 1)]
    public void A_full_run_ends_with_one_segment_unless_it_wrote_only_two(int written, int left)
    {
        using var directory = new RAMDirectory();
        using var analyzer = new NoAnalyzer();
        using var writer =
            new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { MergePolicy = new SegmentMerges() });
        for (var i = 0; i < written; i++)
        {
            writer.AddDocument([new StringField("id", $"{i}", Field.Store.NO)]);
            writer.Flush(triggerMerge: false, applyAllDeletes: false);
        }

        writer.ForceMerge(1);
        writer.Commit();

        using var reader = DirectoryReader.Open(directory);
        Assert.Equal((left, written), (reader.Leaves.Count, reader.NumDocs));
    }

    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => throw new NotSupportedException();
    }
}
