using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchNotes.Indexing.Backups;

/// <summary>Writes an index into one file, while others search and write it.</summary>
public static class IndexBackup
{
    /// <summary>Writes the newest commit into a ZIP archive, which appears under its name only when it is whole.</summary>
    /// <param name="indexFolder">The index folder.</param>
    /// <param name="file">The archive; an older backup of that name is replaced, anything else is not.</param>
    /// <param name="cancel">Stops it and leaves nothing behind.</param>
    /// <exception cref="SearchNotesException">No index, a damaged one, or a disk that refuses.</exception>
    public static BackupReport Write(string indexFolder, string file, CancellationToken cancel = default)
    {
        var folder = new IndexFolder(indexFolder);
        var part = file + ".part";
        if (Directory.Exists(file))
            throw new SearchNotesException(Fault.Backup, $"{file} is a folder; name a file in it.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } parent && !Directory.Exists(parent))
        {
            throw new SearchNotesException(Fault.Backup,
                $"There is no folder {parent} to write the backup to; make it, or name another file.");
        }
        if (File.Exists(file) && !IsBackup(file))
            throw new SearchNotesException(Fault.Backup, $"{file} is there already, and it is no backup; name another file.");

        using var commit = CommitLease.Take(folder);
        try
        {
            Check(commit, folder);
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                Write(commit, stream, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: true);
            return new BackupReport(commit.Record.Posts, commit.Record.Talks, commit.Record.BuiltAt, commit.Generation,
                new FileInfo(file).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"{file} could not be written: {e.Message.TrimEnd('.')}. Free some space, or name a file where this user may write.", e);
        }
        finally
        {
            Clear(part);
        }
    }

    private static void Check(CommitLease commit, IndexFolder folder)
    {
        try
        {
            commit.CheckIntegrity();
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            throw folder.Damaged(e);
        }
    }

    private static void Write(CommitLease commit, FileStream stream, CancellationToken cancel)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var files = new List<BackupFile>();
        foreach (var (name, source) in commit.Files)
        {
            cancel.ThrowIfCancellationRequested();
            using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            source.CopyTo(entry);
            source.Position = 0;
            files.Add(new BackupFile(name, source.Length, Convert.ToHexStringLower(SHA256.HashData(source))));
        }

        new BackupContents { Schema = commit.Record.Schema, Files = files }.Write(archive);
    }

    /// <summary>Where nothing could be written nothing can be deleted, and that has been said.</summary>
    private static void Clear(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static bool IsBackup(string file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            return BackupContents.Read(archive) is not null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>What was saved, or restored.</summary>
/// <param name="Posts">Posts in it.</param>
/// <param name="Talks">Talks in it.</param>
/// <param name="BuiltAt">When the commit was made.</param>
/// <param name="Generation">Number of the commit.</param>
/// <param name="Bytes">Size of the archive.</param>
public sealed record BackupReport(int Posts, int Talks, DateTimeOffset BuiltAt, long Generation, long Bytes);
