using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Indexing.Backups;

/// <summary>The newest commit with every file of it open, so that it stays readable whatever a writer does meanwhile.</summary>
/// <remarks>Lucene never changes a file once it is written; it only deletes those that no kept commit names. We keep two
/// commits, so a file of the newest goes at the second commit after it at the earliest. Opening takes milliseconds; and what
/// is open outlives its name. Should both commits fall into those milliseconds, a file is missing and the newer commit is taken.</remarks>
internal sealed class CommitLease : IDisposable
{
    private const int MaxTries = 20;

    private readonly LuceneDirectory directory;
    private readonly DirectoryReader reader;

    private CommitLease(LuceneDirectory directory, DirectoryReader reader, IndexFolder folder)
    {
        (this.directory, this.reader) = (directory, reader);
        Record = CommitRecord.Read(reader.IndexCommit.UserData);
        folder.Accept(Record);
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

    /// <summary>What the commit says of itself.</summary>
    public CommitRecord Record { get; }

    /// <summary>Its number.</summary>
    public long Generation => reader.IndexCommit.Generation;

    /// <summary>Its open files by name.</summary>
    public SortedDictionary<string, FileStream> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes hold of the newest commit.</summary>
    /// <exception cref="SearchNotesException">There is none, it is of another schema, or it cannot be read.</exception>
    public static CommitLease Take(IndexFolder folder)
    {
        for (var tries = 1; ; tries++)
        {
            if (!new FolderExchange(folder).HasCommit())
            {
                throw new SearchNotesException(Fault.NoIndex,
                    $"There is no index in {folder.Root} yet; run \"searchnotes reindex\" to build it.");
            }
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

    /// <summary>Compares the checksums that Lucene wrote with what is on the disk.</summary>
    /// <exception cref="IOException">They differ.</exception>
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
