using Lucene.Net.Index;
using Directory = System.IO.Directory;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Indexing;

/// <summary>The index folder on disk: Lucene's files in <c>current/</c>, the lock and what was damaged beside it.</summary>
/// <param name="root">The index folder.</param>
/// <param name="wrap">Stands between Lucene and its files, for tests of what a bad disk does.</param>
internal sealed class IndexFolder(string root, Func<LuceneDirectory, LuceneDirectory>? wrap = null)
{
    private const string DamagedPrefix = "damaged-";

    /// <summary>The index folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Lucene's folder inside it.</summary>
    public string Current => Path.Combine(Root, "current");

    /// <summary>Whether there is a commit, readable or not.</summary>
    /// <exception cref="SearchNotesException">The folder may not be listed (<see cref="Fault.DamagedIndex"/>): there may be
    /// one.</exception>
    public bool HasCommit
    {
        get
        {
            try
            {
                return Directory.EnumerateFiles(Current, "segments_*").Any();
            }
            catch (DirectoryNotFoundException)
            {
                return false;
            }
            catch (Exception e) when (IsDamage(e))
            {
                throw Damaged(e);
            }
        }
    }

    /// <summary>Opens Lucene's folder. It needs no lock of Lucene's: <see cref="IndexLock"/> guards the folder.</summary>
    public LuceneDirectory Open()
    {
        IndexCodec.Register(); // Reading even a commit's data asks for the codec of its segments.
        var directory = new PagedDirectory(new DirectoryInfo(Current));
        return wrap is null ? directory : wrap(directory);
    }

    /// <summary>What the newest commit says of itself; <see langword="null"/> when there is none.</summary>
    /// <exception cref="SearchNotesException">It cannot be read (<see cref="Fault.DamagedIndex"/>).</exception>
    public CommitRecord? ReadCommit()
    {
        if (!HasCommit)
            return null;
        using var directory = Open();
        var infos = new SegmentInfos();
        try
        {
            infos.Read(directory);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }

        return CommitRecord.Read(infos.UserData);
    }

    /// <summary>Number of the newest commit; 0 when there is none.</summary>
    public long Generation()
    {
        if (!HasCommit)
            return 0;
        using var directory = Open();
        return SegmentInfos.GetLastCommitGeneration(directory);
    }

    /// <summary>Refuses a commit of another schema.</summary>
    /// <exception cref="SearchNotesException">It is of another schema (<see cref="Fault.OtherSchema"/>).</exception>
    public void Accept(CommitRecord record)
    {
        if (record.Schema > Schema.Version)
        {
            throw new SearchNotesException(Fault.OtherSchema,
                $"{Current} was written by a newer SearchNotes (schema {record.Schema}, this one knows {Schema.Version}); update the program, or name another folder with --index.");
        }
        if (record.Schema < Schema.Version)
        {
            throw new SearchNotesException(Fault.OtherSchema,
                $"{Current} was written by an older SearchNotes (schema {record.Schema}, now {Schema.Version}); run \"searchnotes reindex\" to build it again.");
        }
    }

    /// <summary>Every way in which damaged files show when Lucene reads them. Those that this user may not read count: the index
    /// is a cache, and one that can be read is made again wherever the folder lets itself be written.</summary>
    public static bool IsDamage(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or IndexOutOfRangeException
        or OverflowException
        or NullReferenceException or FormatException or OutOfMemoryException or KeyNotFoundException or NotSupportedException;

    /// <summary>The exception for a damaged index.</summary>
    public SearchNotesException Damaged(Exception e)
    {
        var remedy = e is UnauthorizedAccessException
            ? "give this user the right to read it, or run \"searchnotes reindex\"" : "run \"searchnotes reindex\"";
        return new(Fault.DamagedIndex, $"{Current} cannot be read ({e.Message.TrimEnd('.')}); {remedy} to build it again from the posts.",
            e);
    }

    /// <summary>Moves the current files to <c>damaged-TIME/</c>, of which only this newest is kept.</summary>
    /// <returns>Where they are now.</returns>
    public string MoveAside(DateTimeOffset now)
    {
        foreach (var old in Directory.EnumerateDirectories(Root, DamagedPrefix + "*"))
            Directory.Delete(old, recursive: true);
        var aside =
            Path.Combine(Root,
                DamagedPrefix + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Directory.Move(Current, aside);
        return aside;
    }
}
