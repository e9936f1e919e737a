using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchNotes.Indexing.Backups;

/// <summary>Writes an index to one file. Other processes may search and write the index meanwhile.</summary>
public static class IndexBackup
{
    /// <summary>Writes the newest commit to a ZIP archive, which gets its final name only when it is complete.</summary>
    /// <param name="indexFolder">The index folder.</param>
    /// <param name="file">Path of the archive. An existing backup is replaced; any other existing file is an error.</param>
    /// <param name="cancel">Stops the backup and deletes the partial file.</param>
    /// <exception cref="SearchNotesException">There is no index, the index is damaged, or the file cannot be written.</exception>
    public static BackupReport Write(string indexFolder, string file, CancellationToken cancel = default)
    {
        var folder = new IndexFolder(indexFolder);
        var partialFile = file + ".part";
        if (Directory.Exists(file))
            throw new SearchNotesException(Fault.Backup, $"{file} is a folder; name a file in it.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } parent && !Directory.Exists(parent))
        {
            throw new SearchNotesException(Fault.Backup,
                $"There is no folder {parent} to write the backup to; create it, or name another file.");
        }
        if (File.Exists(file) && !IsBackup(file))
            throw new SearchNotesException(Fault.Backup, $"{file} already exists and is not a backup; name another file.");

        using var commit = CommitLease.Acquire(folder);
        try
        {
            Verify(commit, folder);
            using (var stream = new FileStream(partialFile, FileMode.Create, FileAccess.Write))
            {
                Write(commit, stream, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partialFile, file, overwrite: true);
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
            Delete(partialFile);
        }
    }

    private static void Verify(CommitLease commit, IndexFolder folder)
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

    /// <summary>Deletes the partial file. Ignores disk errors, which the backup has already reported.</summary>
    private static void Delete(string partialFile)
    {
        try
        {
            File.Delete(partialFile);
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

/// <summary>Result of a backup or a restore.</summary>
/// <param name="Posts">Number of posts.</param>
/// <param name="Talks">Number of talks.</param>
/// <param name="BuiltAt">Time of the commit.</param>
/// <param name="Generation">Generation of the commit.</param>
/// <param name="Bytes">Size of the archive in bytes.</param>
public sealed record BackupReport(int Posts, int Talks, DateTimeOffset BuiltAt, long Generation, long Bytes);
