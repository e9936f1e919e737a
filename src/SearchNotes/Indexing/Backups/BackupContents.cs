using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SearchNotes.Indexing.Backups;

/// <summary>What a backup says of itself: a list of its files with their checksums, as text.</summary>
internal sealed record BackupContents
{
    private const string EntryName = "searchnotes-backup.txt";
    private const string Magic = "searchnotes backup 1";
    private const int MaxBytes = 1 << 20;

    /// <summary>Layout of the index in it.</summary>
    public required int Schema { get; init; }

    /// <summary>The files of the index.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>Writes it into an archive.</summary>
    public void Write(ZipArchive archive)
    {
        using var text =
            new StreamWriter(archive.CreateEntry(EntryName, CompressionLevel.Fastest).Open(),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        text.WriteLine(Magic);
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"schema {Schema}"));
        foreach (var file in Files)
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Sha256} {file.Length} {file.Name}"));
    }

    /// <summary>Reads it from an archive.</summary>
    /// <returns><see langword="null"/> when the archive is no backup, or names a file that an index cannot have.</returns>
    public static BackupContents? Read(ZipArchive archive)
    {
        if (archive.GetEntry(EntryName) is not { } entry || entry.Length > MaxBytes)
            return null;
        using var text = new StreamReader(entry.Open(), Encoding.UTF8);
        if (text.ReadLine() != Magic || Number(text.ReadLine(), "schema ") is not { } schema)
            return null;

        var files = new List<BackupFile>();
        while (text.ReadLine() is { } line)
        {
            if (BackupFile.Read(line) is not { } file)
                return null;
            files.Add(file);
        }

        return files.Count == archive.Entries.Count - 1 && files.DistinctBy(file => file.Name).Count() == files.Count
            ? new BackupContents { Schema = schema, Files = files }
            : null;
    }

    private static int? Number(string? line, string before) =>
        line is not null && line.StartsWith(before, StringComparison.Ordinal)
        && int.TryParse(line.AsSpan(before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A file of an index in a backup.</summary>
/// <param name="Name">Its name: no folder, nothing but letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, so that it stays where it is
/// put.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Sha256">Its checksum in hexadecimal digits.</param>
internal sealed record BackupFile(string Name, long Length, string Sha256)
{
    /// <summary>Reads a line; <see langword="null"/> when it is none.</summary>
    public static BackupFile? Read(string line) =>
        line.Split(' ') is [{ Length: 64 } hash, var length, var name]
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && IsSafe(name)
            ? new BackupFile(name, bytes, hash)
            : null;

    private static bool IsSafe(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
