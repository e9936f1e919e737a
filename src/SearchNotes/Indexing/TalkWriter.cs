using Lucene.Net.Analysis;
using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Indexing;

/// <summary>Writes the index: whole posts in, whole posts out, then one commit. Posts may come from several threads.</summary>
/// <remarks>Disposing without <see cref="Commit"/> undoes everything. Lucene's own Dispose would commit instead, even while an
/// exception passes; that is why its writer never leaves this class.</remarks>
internal sealed class TalkWriter : IDisposable
{
    /// <summary>Documents are written out when they fill this much memory.</summary>
    private const double BufferMegabytes = 64;

    private readonly LuceneDirectory directory;
    private readonly IndexWriter writer;
    private readonly ThreadLocal<TalkDocument> documents = new(() => new TalkDocument());
    private bool isDone;

    /// <summary>Opens the index for writing. The caller holds the <see cref="IndexLock"/>.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="fromScratch">Begin an empty index; the last commit stays readable until the new one is complete.</param>
    public TalkWriter(IndexFolder folder, bool fromScratch)
    {
        directory = folder.Open();
        var config = new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, new NoAnalyzer())
        {
            Codec = Lucene.Net.Codecs.Codec.ForName("SearchNotes"),
            OpenMode = fromScratch ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            IndexDeletionPolicy = new KeepLastTwoCommits(),
            // The default scheduler merges on threads of its own, where a failure passes unseen.
            MergeScheduler = new SerialMergeScheduler(),
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

    /// <summary>Puts a post's documents in the place of those it had before.</summary>
    public void Replace(string postId, IReadOnlyList<StoredTalk> talks)
    {
        if (talks.Count == 0)
        {
            Remove(postId);
            return;
        }

        var maker = documents.Value!; // The factory above never returns null.
        writer.UpdateDocuments(new Term(Schema.Post, postId), talks.Select(maker.Make));
    }

    /// <summary>Takes a post out.</summary>
    public void Remove(string postId) => writer.DeleteDocuments(new Term(Schema.Post, postId));

    /// <summary>Makes everything since the last commit visible in one step, and lasting.</summary>
    public void Commit(CommitRecord record)
    {
        writer.SetCommitData(record.Write());
        writer.Commit();
        isDone = true;
    }

    /// <summary>Names of the manifests that the kept commits stand on.</summary>
    public IReadOnlySet<string> ManifestsInUse() => DirectoryReader.ListCommits(directory)
        .Select(commit => CommitRecord.Read(commit.UserData).Manifest).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (isDone)
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

    /// <summary>Every text field brings its own terms, so there is nothing to analyse.</summary>
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException($"The field {fieldName} came without terms.");
    }
}
