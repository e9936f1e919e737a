using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SearchNotes.Indexing.Backups;

/// <summary>Table of contents of a backup: its files with their checksums, as text.</summary>
internal sealed record BackupContents
{
    private const string EntryName = "searchnotes-backup.txt";
    private const string Magic = "searchnotes backup 1";
    private const int MaxBytes = 1 << 20;

    /// <summary><see cref="Indexing.Schema.Version"/> of the index in the backup.</summary>
    public required int Schema { get; init; }

    /// <summary>The files of the index.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>Writes the table into an archive.</summary>
    public void Write(ZipArchive archive)
    {
        using var text =
            new StreamWriter(archive.CreateEntry(EntryName, CompressionLevel.Fastest).Open(),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            {
                NewLine = "\n",
            };
        text.WriteLine(Magic);
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"schema {Schema}"));
        foreach (var file in Files)
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Sha256} {file.Length} {file.Name}"));
    }

    /// <summary>Reads the table from an archive.</summary>
    /// <returns>The table; <see langword="null"/> when the archive is not a backup or lists an invalid file name.</returns>
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

    private static int? Number(string? line, string prefix) =>
        line is not null && line.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(line.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>An index file in a backup.</summary>
/// <param name="Name">File name without a folder: letters, digits, <c>_</c>, <c>-</c> and <c>.</c> only, so that it cannot leave the target
/// folder.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in hexadecimal digits.</param>
internal sealed record BackupFile(string Name, long Length, string Sha256)
{
    /// <summary>Reads a line of the table; <see langword="null"/> when the line is invalid.</summary>
    public static BackupFile? Read(string line) =>
        line.Split(' ') is [{ Length: 64 } hash, var length, var name]
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && IsSafe(name)
            ? new BackupFile(name, bytes, hash)
            : null;

    private static bool IsSafe(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
