using Lucene.Net.Index;
using Directory = System.IO.Directory;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Indexing;

/// <summary>The index folder on disk: Lucene's files in <c>current/</c>, with the lock and damaged files beside it.</summary>
/// <param name="root">The index folder.</param>
/// <param name="wrap">Wraps the Lucene directory, so that tests can simulate a failing disk.</param>
internal sealed class IndexFolder(string root, Func<LuceneDirectory, LuceneDirectory>? wrap = null)
{
    private const string DamagedPrefix = "damaged-";

    /// <summary>Full path of the index folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Full path of Lucene's folder inside it.</summary>
    public string Current => Path.Combine(Root, "current");

    /// <summary>Whether there is a commit, readable or not.</summary>
    /// <exception cref="SearchNotesException">The folder cannot be listed (<see cref="Fault.DamagedIndex"/>), so whether there is a
    /// commit is unknown.</exception>
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

    /// <summary>Opens Lucene's folder, without Lucene's own lock: <see cref="IndexLock"/> guards the folder.</summary>
    public LuceneDirectory Open()
    {
        IndexCodec.Register(); // Lucene needs the codec of the segments even to read the data of a commit.
        var directory = new PagedDirectory(new DirectoryInfo(Current));
        return wrap is null ? directory : wrap(directory);
    }

    /// <summary>Reads the record of the newest commit; <see langword="null"/> when there is no commit.</summary>
    /// <exception cref="SearchNotesException">The commit cannot be read (<see cref="Fault.DamagedIndex"/>).</exception>
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

    /// <summary>Generation of the newest commit; 0 when there is no commit.</summary>
    public long Generation()
    {
        if (!HasCommit)
            return 0;
        using var directory = Open();
        return SegmentInfos.GetLastCommitGeneration(directory);
    }

    /// <summary>Throws when a commit has another schema.</summary>
    /// <exception cref="SearchNotesException">The commit has another schema (<see cref="Fault.OtherSchema"/>).</exception>
    public void RequireSchema(CommitRecord record)
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

    /// <summary>Whether an exception shows that Lucene read a damaged file. Lack of permission counts too: the index is a cache,
    /// and a new one can be built wherever the folder is writable.</summary>
    public static bool IsDamage(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or IndexOutOfRangeException
        or OverflowException
        or NullReferenceException or FormatException or OutOfMemoryException or KeyNotFoundException or NotSupportedException;

    /// <summary>Creates the exception for a damaged index.</summary>
    public SearchNotesException Damaged(Exception e)
    {
        var remedy = e is UnauthorizedAccessException
            ? "give this user the right to read it, or run \"searchnotes reindex\"" : "run \"searchnotes reindex\"";
        return new(Fault.DamagedIndex, $"{Current} cannot be read ({e.Message.TrimEnd('.')}); {remedy} to build it again from the posts.",
            e);
    }

    /// <summary>Moves the current files to <c>damaged-TIME/</c> and deletes older folders of that kind.</summary>
    /// <returns>The new path of the files.</returns>
    public string MoveAside(DateTimeOffset now)
    {
        foreach (var old in Directory.EnumerateDirectories(Root, DamagedPrefix + "*"))
            Directory.Delete(old, recursive: true);
        var target =
            Path.Combine(Root,
                DamagedPrefix + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Directory.Move(Current, target);
        return target;
    }
}
