using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Copies a snapshot in memory without its deleted documents, which still count in the statistics of Lucene. What is read from the
/// copy depends only on the posts, not on the runs that led to the index.</summary>
internal static class CompactSnapshot
{
    /// <summary>Returns the copy, which the caller retires.</summary>
    public static Snapshot Of(Snapshot snapshot)
    {
        var directory = new RAMDirectory();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            Codec = Codec.ForName("SearchNotes"),
            MergeScheduler = new SerialMergeScheduler(),
            UseCompoundFile = false,
        };
        using (var writer = new IndexWriter(directory, config))
            writer.AddIndexes(snapshot.Reader);
        return new Snapshot(directory, DirectoryReader.Open(directory), snapshot.Record);
    }
}
