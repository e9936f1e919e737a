namespace SearchNotes.Tests.Api;

/// <summary>Holds the lock of an index folder, as another writer would.</summary>
internal sealed class HeldLock(string indexFolder) : IDisposable
{
    private readonly FileStream _file =
        new(Path.Combine(indexFolder, "write.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes the lock, unless somebody has it.</summary>
    public static bool TryTake(string indexFolder, out HeldLock? held)
    {
        try
        {
            held = new HeldLock(indexFolder);
        }
        catch (IOException)
        {
            held = null;
        }
        return held is not null;
    }

    public void Dispose() => _file.Dispose();
}
