using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SearchNotes.Indexing;

namespace SearchNotes.Tests.Indexing.Backups;

/// <summary>A backup whose archive a test changes.</summary>
/// <param name="path">The path of the backup.</param>
internal sealed class ChangedBackup(string path)
{
    /// <summary>Gives the backup a fault.</summary>
    public void Spoil(string fault)
    {
        switch (fault)
        {
            case "no archive at all":
                File.WriteAllText(path, "# Ann Lee on Queues\n");
                break;
            case "cut off":
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..2000]);
                break;
            case "no list":
                Change(archive => archive.GetEntry("searchnotes-backup.txt")!.Delete());
                break;
            case "a byte that changed":
                Change(archive => Put(archive, First(archive), bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]));
                break;
            case "a file that is not listed":
                Change(archive => Add(archive, "../evil.txt", [1]));
                break;
            case "a file that is missing":
                Change(archive => archive.GetEntry(First(archive))!.Delete());
                break;
            case "a file longer than listed":
                Change(archive => Put(archive, First(archive), bytes => [.. bytes, .. new byte[1 << 20]]));
                break;
            case "a way out of the folder":
                Escape("../../evil.txt");
                break;
            case "an absolute path":
                Escape(Path.Combine(Path.GetDirectoryName(path)!, "evil.txt"));
                break;
            case "no index in it":
                Change(Empty);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }

    /// <summary>Changes the list of the files.</summary>
    public void Relist(Func<string, string> change) =>
        Change(archive => Put(archive, "searchnotes-backup.txt", bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes)))));

    /// <summary>An archive whose list agrees with its entries, one of which would be written elsewhere.</summary>
    private void Escape(string name)
    {
        Change(archive => Add(archive, name, [1, 2, 3]));
        Relist(list => list + $"{Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]))} 3 {name}\n");
    }

    private static void Empty(ZipArchive archive)
    {
        foreach (var entry in archive.Entries.ToList())
            entry.Delete();
        Add(archive, "searchnotes-backup.txt", Encoding.UTF8.GetBytes($"searchnotes backup 1\nschema {Schema.Version}\n"));
    }

    private void Change(Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        change(archive);
    }

    private static string First(ZipArchive archive) => archive.Entries.First(entry => entry.Length > 0).FullName;

    private static void Put(ZipArchive archive, string name, Func<byte[], byte[]> change)
    {
        var entry = archive.GetEntry(name)!;
        using var bytes = new MemoryStream();
        using (var packed = entry.Open())
            packed.CopyTo(bytes);
        entry.Delete();
        Add(archive, name, change(bytes.ToArray()));
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var packed = archive.CreateEntry(name).Open();
        packed.Write(bytes);
    }
}
