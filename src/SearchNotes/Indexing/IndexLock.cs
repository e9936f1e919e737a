using System.Globalization;

namespace SearchNotes.Indexing;

/// <summary>The right to write an index. The kernel holds it, so it ends with the process, however that ends.</summary>
/// <remarks>Lucene's own lock on Linux is shared: two processes both become writer, and the second to commit erases what the
/// first wrote. <see cref="FileShare.None"/> is an exclusive one.</remarks>
internal sealed class IndexLock : IDisposable
{
    private const string LockName = "write.lock";

    /// <summary>Names the holder. A file of its own: the locked one cannot be opened by others.</summary>
    private const string HolderName = "write.pid";

    private readonly FileStream file;
    private readonly string holder;

    private IndexLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    /// <summary>Takes the lock of an index folder, or says who has it.</summary>
    /// <exception cref="SearchNotesException">Another process has it (<see cref="Fault.Locked"/>), or the folder is not writable
    /// (<see cref="Fault.Disk"/>).</exception>
    public static IndexLock Take(string indexFolder)
    {
        var holder = Path.Combine(indexFolder, HolderName);
        try
        {
            Directory.CreateDirectory(indexFolder);
            return Named(new FileStream(Path.Combine(indexFolder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None),
                holder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !IsHeld(io)))
        {
            throw Unwritable(indexFolder, e);
        }
        catch (IOException e)
        {
            throw new SearchNotesException(Fault.Locked,
                $"{indexFolder} is being written by {HolderOf(holder)}; wait for it to end, or stop it, and run again.", e);
        }
    }

    /// <summary>The exception for an index folder that refuses to be written.</summary>
    public static SearchNotesException Unwritable(string indexFolder, Exception e)
    {
        var remedy = e is UnauthorizedAccessException
            ? "Give this user the right to write there" : "Free some space or mount it for writing";
        return new SearchNotesException(Fault.Disk,
            $"{indexFolder} cannot be written: {e.Message.TrimEnd('.')}. {remedy}, or name another folder with --index.", e);
    }

    /// <summary>Whether an index folder has a lock file, held or not.</summary>
    public static bool IsThere(string indexFolder) => Path.Exists(Path.Combine(indexFolder, LockName));

    /// <summary>Who has the lock of an index folder, in words; <see langword="null"/> when nobody has.</summary>
    public static string? HolderNow(string indexFolder)
    {
        // Where nobody has written a name nobody holds the lock, and trying it would be in the way of who just takes it.
        var holder = Path.Combine(indexFolder, HolderName);
        if (!File.Exists(holder))
            return null;
        try
        {
            using var file = new FileStream(Path.Combine(indexFolder, LockName), FileMode.Open, FileAccess.Read, FileShare.None);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is IOException held && IsHeld(held) ? HolderOf(holder) : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            // The name goes first: while the lock is held nobody else writes it.
            File.Delete(holder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A name that stays means nothing once the lock is gone, and what the run has to say counts more.
        }
        finally
        {
            file.Dispose();
        }
    }

    private static IndexLock Named(FileStream file, string holder)
    {
        try
        {
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new IndexLock(file, holder);
        }
        catch
        {
            // A full disk opens the lock file, which is empty, and refuses the name. The lock must not outlive that.
            file.Dispose();
            throw;
        }
    }

    /// <summary>EWOULDBLOCK on Linux (11) and macOS (35), sharing violation on Windows.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    private static string HolderOf(string holder)
    {
        try
        {
#pragma warning disable RS0030 // Nobody but the program writes to the index folder.
            return $"process {File.ReadAllText(holder)}";
#pragma warning restore RS0030
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or has just begun, or is another user's.
            return "another process";
        }
    }
}
