using System.Globalization;

namespace SearchNotes.Indexing;

/// <summary>The exclusive write lock of an index. The kernel releases it when the process ends, however it ends.</summary>
/// <remarks>Lucene's own lock is shared on Linux: two processes can both become writers, and the second commit erases the first.
/// A file opened with <see cref="FileShare.None"/> is locked exclusively.</remarks>
internal sealed class IndexLock : IDisposable
{
    private const string LockName = "write.lock";

    /// <summary>File with the process id of the holder. It is separate because other processes cannot open the locked file.</summary>
    private const string HolderName = "write.pid";

    private readonly FileStream file;
    private readonly string holderFile;

    private IndexLock(FileStream file, string holderFile) => (this.file, this.holderFile) = (file, holderFile);

    /// <summary>Acquires the lock of an index folder.</summary>
    /// <exception cref="SearchNotesException">Another process holds the lock (<see cref="Fault.Locked"/>), or the folder is not writable
    /// (<see cref="Fault.Disk"/>).</exception>
    public static IndexLock Acquire(string indexFolder)
    {
        var holderFile = Path.Combine(indexFolder, HolderName);
        try
        {
            Directory.CreateDirectory(indexFolder);
            var lockPath = Path.Combine(indexFolder, LockName);
            return WithHolder(new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), holderFile);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !IsHeld(io)))
        {
            throw Unwritable(indexFolder, e);
        }
        catch (IOException e)
        {
            throw new SearchNotesException(Fault.Locked,
                $"{indexFolder} is being written by {HolderOf(holderFile)}; wait for it to end, or stop it, and run again.", e);
        }
    }

    /// <summary>Creates the exception for an index folder that cannot be written.</summary>
    public static SearchNotesException Unwritable(string indexFolder, Exception e)
    {
        var remedy = e is UnauthorizedAccessException
            ? "Give this user the right to write there" : "Free some space or mount it for writing";
        return new SearchNotesException(Fault.Disk,
            $"{indexFolder} cannot be written: {e.Message.TrimEnd('.')}. {remedy}, or name another folder with --index.", e);
    }

    /// <summary>Whether an index folder has a lock file, whether or not a process holds it.</summary>
    public static bool IsThere(string indexFolder) => Path.Exists(Path.Combine(indexFolder, LockName));

    /// <summary>Returns the process that holds the lock, such as "process 4711"; <see langword="null"/> when none does.</summary>
    public static string? HolderNow(string indexFolder)
    {
        // Without a holder file nobody holds the lock, and testing the lock could disturb a process that is acquiring it.
        var holderFile = Path.Combine(indexFolder, HolderName);
        if (!File.Exists(holderFile))
            return null;
        try
        {
            using var file = new FileStream(Path.Combine(indexFolder, LockName), FileMode.Open, FileAccess.Read, FileShare.None);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is IOException io && IsHeld(io) ? HolderOf(holderFile) : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            // Deleted before the lock is released, while no other process can write the file.
            File.Delete(holderFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A leftover file is harmless once the lock is released, and must not hide the result of the run.
        }
        finally
        {
            file.Dispose();
        }
    }

    private static IndexLock WithHolder(FileStream file, string holderFile)
    {
        try
        {
            File.WriteAllText(holderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new IndexLock(file, holderFile);
        }
        catch
        {
            // On a full disk the empty lock file opens, but the holder file cannot be written. The lock must then be released.
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether the lock is held: EWOULDBLOCK on Linux (11) and macOS (35), sharing violation on Windows (32, 33).</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    private static string HolderOf(string holderFile)
    {
        try
        {
#pragma warning disable RS0030 // Only SearchNotes writes to the index folder.
            return $"process {File.ReadAllText(holderFile)}";
#pragma warning restore RS0030
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process has just started or ended, or belongs to another user.
            return "another process";
        }
    }
}
