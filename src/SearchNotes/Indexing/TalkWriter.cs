using Lucene.Net.Analysis;
using Lucene.Net.Index;
using SearchNotes.Talks;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Indexing;

/// <summary>Writes the index: replaces and removes whole posts, then makes one commit. Posts can be
/// replaced and removed from several threads.</summary>
/// <remarks>Disposing without <see cref="Commit(CommitRecord)"/> rolls back all changes. Lucene's own Dispose would commit them, even while
/// an exception propagates; this class therefore never exposes Lucene's writer.</remarks>
internal sealed class TalkWriter : IIndexWriter
{
    /// <summary>Buffered documents are flushed at this size.</summary>
    private const double BufferMegabytes = 64;

    private readonly IndexFolder folder;
    private readonly LuceneDirectory directory;
    private readonly IndexWriter writer;
    private readonly ThreadLocal<TalkDocument> documents = new(() => new TalkDocument());
    private readonly bool isFromScratch;
    private bool isCommitted;

    /// <summary>Opens the index for writing. The caller holds the <see cref="IndexLock"/>.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="fromScratch">Whether to start an empty index. The last commit stays readable until the new one is complete.</param>
    public TalkWriter(IndexFolder folder, bool fromScratch)
    {
        (this.folder, isFromScratch) = (folder, fromScratch);
        directory = folder.Open();
        var config = new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, new NoAnalyzer())
        {
            Codec = Lucene.Net.Codecs.Codec.ForName("SearchNotes"),
            OpenMode = fromScratch ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            IndexDeletionPolicy = new KeepLastTwoCommits(),
            // The default scheduler merges on its own threads, where failures go unnoticed.
            MergeScheduler = new SerialMergeScheduler(),
            MergePolicy = new SegmentMerges(),
            Similarity = new LengthSimilarity(),
            RAMBufferSizeMB = BufferMegabytes,
            UseCompoundFile = false,
            CheckIntegrityAtMerge = true,
        };
        try
        {
            writer = new IndexWriter(directory, config);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Replaces all documents of a post.</summary>
    public void Replace(string postId, IReadOnlyList<StoredTalk> talks)
    {
        if (talks.Count == 0)
        {
            Remove(postId);
            return;
        }

        var converter = documents.Value!; // The factory above never returns null.
        writer.UpdateDocuments(new Term(Schema.Post, postId), talks.Select(talk => converter.Make(talk, IsRemainder(talk))));

        bool IsRemainder(StoredTalk talk) => talks.Count > 1 && talk.Talk.Kind == TalkKind.Post;
    }

    /// <summary>Removes all documents of a post.</summary>
    public void Remove(string postId) => writer.DeleteDocuments(new Term(Schema.Post, postId));

    /// <summary>Writes the manifest first. The commit then names it, so that both become valid in one step.</summary>
    public CommitRecord Commit(CommitRecord record, Manifest manifest)
    {
        record = record with { Manifest = manifest.Write(folder.Current) };
        Commit(record);
        Manifest.DeleteOthers(folder.Current, ManifestsInUse());
        return record;
    }

    /// <summary>Makes all changes since the last commit durable and visible, in one step.</summary>
    public void Commit(CommitRecord record)
    {
        if (isFromScratch)
            writer.ForceMerge(1);
        writer.SetCommitData(record.Write());
        writer.Commit();
        isCommitted = true;
    }

    /// <summary>Returns the manifest names of the commits that are kept.</summary>
    public IReadOnlySet<string> ManifestsInUse() => DirectoryReader.ListCommits(directory)
        .Select(commit => CommitRecord.Read(commit.UserData).Manifest).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (isCommitted)
                writer.Dispose();
            else
                writer.Rollback();
        }
        finally
        {
            documents.Dispose();
            directory.Dispose();
        }
    }

    /// <summary>Never used: text fields come with their own token streams.</summary>
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException($"The field {fieldName} came without terms.");
    }
}
