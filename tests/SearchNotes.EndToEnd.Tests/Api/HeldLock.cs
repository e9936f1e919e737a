namespace SearchNotes.Tests.Api;

/// <summary>Holds the lock of an index folder, as another writer would.</summary>
internal sealed class HeldLock(string indexFolder) : IDisposable
{
    private readonly FileStream _file = new(Path.Combine(indexFolder, "write.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => _file.Dispose();
}
