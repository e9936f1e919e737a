using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchNotes.Indexing.Backups;

/// <summary>Puts a backup in the place of an index. Trusts nothing in it: a backup may come from anywhere.</summary>
public static class IndexRestore
{
    /// <summary>Unpacks beside the index, checks, and only then changes the folders. Servers switch as they do after a reindex.</summary>
    /// <param name="file">A file that <see cref="IndexBackup"/> wrote.</param>
    /// <param name="indexFolder">The index folder; made when missing.</param>
    /// <param name="cancel">Stops it; the old index stays.</param>
    /// <exception cref="SearchNotesException">The file is no whole backup for this version, somebody writes the index, or the disk
    /// refuses.</exception>
    public static BackupReport Run(string file, string indexFolder, CancellationToken cancel = default)
    {
        var folder = new IndexFolder(indexFolder);
        using var archive = Open(file);
        var contents = Read(archive, file);
        using var held = IndexLock.Take(folder.Root);
        var exchange = new FolderExchange(folder);
        try
        {
            exchange.Finish(); // Of a run that was killed.
            Unpack(archive, contents, exchange.Incoming, file, cancel);
            var record = Take(exchange.Incoming, file);
            exchange.Run();
            return new BackupReport(record.Posts, record.Talks, record.BuiltAt, folder.Generation(), new FileInfo(file).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"The index in {folder.Root} could not be replaced: {e.Message} Free some space or check the folder's rights, and run again.", e);
        }
        finally
        {
            Abandon(exchange);
        }
    }

    private static void Unpack(ZipArchive archive, BackupContents contents, IndexFolder incoming, string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(incoming.Current);
        foreach (var listed in contents.Files)
        {
            cancel.ThrowIfCancellationRequested();
            Unpack(archive, listed, incoming.Current, file);
        }
    }

    private static void Abandon(FolderExchange exchange)
    {
        try
        {
            exchange.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk has said so already, or the next to open the index finishes it.
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
            throw NoBackup(file, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Backup, $"The backup {file} cannot be read: {e.Message}", e);
        }
    }

    private static BackupContents Read(ZipArchive archive, string file)
    {
        var contents = BackupContents.Read(archive) ?? throw NoBackup(file);
        if (contents.Schema > Schema.Version)
        {
            throw new SearchNotesException(Fault.OtherSchema,
                $"{file} was made by a newer SearchNotes (schema {contents.Schema}, this one knows {Schema.Version}); update the program.");
        }
        if (contents.Schema < Schema.Version)
        {
            throw new SearchNotesException(Fault.OtherSchema,
                $"{file} was made by an older SearchNotes (schema {contents.Schema}, now {Schema.Version}), whose index this one cannot read; run \"searchnotes reindex\" to build it from the posts.");
        }
        return contents;
    }

    /// <summary>Writes as many bytes as are listed, whatever the archive holds, and compares their checksum.</summary>
    private static void Unpack(ZipArchive archive, BackupFile listed, string target, string file)
    {
        if (archive.GetEntry(listed.Name) is not { } entry || entry.Length != listed.Length)
            throw NoBackup(file);
        var path = Path.Combine(target, listed.Name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            using var packed = entry.Open();
            using var unpacked = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[64 * 1024];
            var left = listed.Length;
            while (left > 0 && packed.Read(buffer, 0, (int)Math.Min(left, buffer.Length)) is var length and > 0)
            {
                hash.AppendData(buffer, 0, length);
                unpacked.Write(buffer, 0, length);
                left -= length;
            }

            unpacked.Flush(flushToDisk: true);
        }
        catch (InvalidDataException e)
        {
            throw NoBackup(file, e);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != listed.Sha256)
            throw NoBackup(file);
    }

    /// <summary>Reads all of it as a reader would, and gives it a lineage of its own.</summary>
    /// <remarks>Of an index with the same lineage a server keeps the segments that it has open, by name; after a restore the
    /// next run would make other segments of the same names.</remarks>
    private static CommitRecord Take(IndexFolder incoming, string file)
    {
        try
        {
            CommitRecord record;
            using (var commit = CommitLease.Take(incoming))
            {
                commit.CheckIntegrity();
                record = commit.Record with { Lineage = Guid.NewGuid().ToString("N") };
            }

            if (Manifest.Read(incoming.Current, record.Manifest) is null)
                throw NoBackup(file);
            using var writer = new TalkWriter(incoming, fromScratch: false);
            writer.Commit(record);
            return record;
        }
        catch (Exception e) when (e is SearchNotesException { Fault: Fault.DamagedIndex or Fault.NoIndex } || IndexFolder.IsDamage(e))
        {
            throw NoBackup(file, e);
        }
    }

    private static SearchNotesException NoBackup(string file, Exception? cause = null) =>
        new(Fault.Backup,
            $"{file} is no whole backup of an index; the index was left as it is. Take another backup, or run \"searchnotes reindex\" to build the index from the posts.", cause);
}
