using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchNotes.Indexing.Backups;

/// <summary>Replaces an index by a backup. Treats the backup as untrusted input.</summary>
public static class IndexRestore
{
    /// <summary>Extracts the backup beside the index, verifies it, and only then replaces the index. Servers
    /// switch to it as they do after a reindex.</summary>
    /// <param name="file">Path of a backup written by <see cref="IndexBackup"/>.</param>
    /// <param name="indexFolder">The index folder. Created when it is missing.</param>
    /// <param name="cancel">Stops the restore; the index stays unchanged.</param>
    /// <exception cref="SearchNotesException">The file is not a complete backup for this version, another process is writing the
    /// index, or the disk fails.</exception>
    public static BackupReport Run(string file, string indexFolder, CancellationToken cancel = default)
    {
        var folder = new IndexFolder(indexFolder);
        using var archive = Open(file);
        var contents = Read(archive, file);
        using var writeLock = IndexLock.Acquire(folder.Root);
        var exchange = new FolderExchange(folder);
        try
        {
            exchange.Finish(); // Completes an exchange of a process that was killed.
            Extract(archive, contents, exchange.Incoming, file, cancel);
            var record = Validate(exchange.Incoming, file);
            exchange.Run();
            return new BackupReport(record.Posts, record.Talks, record.BuiltAt, folder.Generation(), new FileInfo(file).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"The index in {folder.Root} could not be replaced: {e.Message} Free some space or check the folder's permissions, and run again.", e);
        }
        finally
        {
            CleanUp(exchange);
        }
    }

    private static void Extract(ZipArchive archive, BackupContents contents, IndexFolder incoming, string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(incoming.Current);
        foreach (var listed in contents.Files)
        {
            cancel.ThrowIfCancellationRequested();
            Extract(archive, listed, incoming.Current, file);
        }
    }

    /// <summary>Deletes extracted files that were not used.</summary>
    private static void CleanUp(FolderExchange exchange)
    {
        try
        {
            exchange.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The restore has already reported the disk error, or the next process to open the index cleans up.
        }
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (InvalidDataException e)
        {
            throw InvalidBackup(file, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Backup, $"The backup {file} cannot be read: {e.Message}", e);
        }
    }

    private static BackupContents Read(ZipArchive archive, string file)
    {
        var contents = BackupContents.Read(archive) ?? throw InvalidBackup(file);
        if (contents.Schema > Schema.Version)
        {
            throw new SearchNotesException(Fault.OtherSchema,
                $"{file} was made by a newer SearchNotes (schema {contents.Schema}, this one knows {Schema.Version}); update the program.");
        }
        if (contents.Schema < Schema.Version)
        {
            throw new SearchNotesException(Fault.OtherSchema,
                $"{file} was made by an older SearchNotes (schema {contents.Schema}, now {Schema.Version}), and this one cannot read its index; run \"searchnotes reindex\" to build it from the posts.");
        }
        return contents;
    }

    /// <summary>Extracts one file: at most the listed number of bytes, whatever the archive contains. Verifies the checksum.</summary>
    private static void Extract(ZipArchive archive, BackupFile listed, string target, string file)
    {
        if (archive.GetEntry(listed.Name) is not { } entry || entry.Length != listed.Length)
            throw InvalidBackup(file);
        var path = Path.Combine(target, listed.Name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            using var packed = entry.Open();
            using var extracted = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[64 * 1024];
            var remaining = listed.Length;
            while (remaining > 0 && packed.Read(buffer, 0, (int)Math.Min(remaining, buffer.Length)) is var length and > 0)
            {
                hash.AppendData(buffer, 0, length);
                extracted.Write(buffer, 0, length);
                remaining -= length;
            }

            extracted.Flush(flushToDisk: true);
        }
        catch (InvalidDataException e)
        {
            throw InvalidBackup(file, e);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != listed.Sha256)
            throw InvalidBackup(file);
    }

    /// <summary>Verifies the extracted index and commits a new lineage to it.</summary>
    /// <remarks>A server reuses open segments by name as long as the lineage stays the same. After a restore, the next run could
    /// create different segments with the same names.</remarks>
    private static CommitRecord Validate(IndexFolder incoming, string file)
    {
        try
        {
            CommitRecord record;
            using (var commit = CommitLease.Acquire(incoming))
            {
                commit.CheckIntegrity();
                record = commit.Record with { Lineage = Guid.NewGuid().ToString("N") };
            }

            if (Manifest.Read(incoming.Current, record.Manifest) is null)
                throw InvalidBackup(file);
            using var writer = new TalkWriter(incoming, fromScratch: false);
            writer.Commit(record);
            return record;
        }
        catch (Exception e) when (e is SearchNotesException { Fault: Fault.DamagedIndex or Fault.NoIndex } || IndexFolder.IsDamage(e))
        {
            throw InvalidBackup(file, e);
        }
    }

    private static SearchNotesException InvalidBackup(string file, Exception? cause = null) =>
        new(Fault.Backup,
            $"{file} is not a complete backup of an index; the index was left unchanged. Use another backup, or run \"searchnotes reindex\" to build the index from the posts.", cause);
}
