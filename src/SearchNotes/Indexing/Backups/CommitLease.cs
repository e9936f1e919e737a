using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Indexing.Backups;

/// <summary>The newest commit with all its files open, so that it stays readable while another process writes the index.</summary>
/// <remarks>Lucene never changes a file after writing it; it only deletes files that no kept commit uses. The index keeps two
/// commits, so a file of the newest commit is deleted by the second commit after it at the earliest. Opening all files takes
/// milliseconds, and open files stay readable after they are deleted. If two commits happen in that time, a file is missing and the
/// lease is taken on the new commit.</remarks>
internal sealed class CommitLease : IDisposable
{
    private const int MaxTries = 20;

    private readonly LuceneDirectory directory;
    private readonly DirectoryReader reader;

    private CommitLease(LuceneDirectory directory, DirectoryReader reader, IndexFolder folder)
    {
        (this.directory, this.reader) = (directory, reader);
        Record = CommitRecord.Read(reader.IndexCommit.UserData);
        folder.RequireSchema(Record);
        try
        {
            foreach (var name in reader.IndexCommit.FileNames.Append(Record.Manifest))
            {
                Files.Add(name,
                    new FileStream(Path.Combine(folder.Current, name), FileMode.Open, FileAccess.Read,
                        FileShare.ReadWrite | FileShare.Delete));
            }
        }
        catch
        {
            CloseFiles();
            throw;
        }
    }

    /// <summary>Metadata of the commit.</summary>
    public CommitRecord Record { get; }

    /// <summary>Generation of the commit.</summary>
    public long Generation => reader.IndexCommit.Generation;

    /// <summary>Open files of the commit by name, including the manifest.</summary>
    public SortedDictionary<string, FileStream> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Acquires a lease on the newest commit.</summary>
    /// <exception cref="SearchNotesException">There is no commit, it has another schema, or it cannot be read.</exception>
    public static CommitLease Acquire(IndexFolder folder)
    {
        for (var tries = 1; ; tries++)
        {
            new FolderExchange(folder).RequireCommit();
            var directory = folder.Open();
            DirectoryReader? reader = null;
            try
            {
                reader = DirectoryReader.Open(directory);
                return new CommitLease(directory, reader, folder);
            }
            catch (Exception e) when (e is SearchNotesException || IndexFolder.IsDamage(e))
            {
                reader?.Dispose();
                directory.Dispose();
                if (e is FileNotFoundException or DirectoryNotFoundException && tries < MaxTries)
                    continue;
                throw e as SearchNotesException ?? folder.Damaged(e);
            }
        }
    }

    /// <summary>Verifies the checksums that Lucene wrote against the files on disk.</summary>
    /// <exception cref="IOException">A checksum differs.</exception>
    public void CheckIntegrity()
    {
        foreach (var leaf in reader.Leaves)
            leaf.AtomicReader.CheckIntegrity();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseFiles();
        reader.Dispose();
        directory.Dispose();
    }

    private void CloseFiles()
    {
        foreach (var file in Files.Values)
            file.Dispose();
    }
}
