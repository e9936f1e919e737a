using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SearchNotes.Export.Files;

/// <summary>Writes a generation of files into the output folder. The entry is written last, so that readers see the old generation or the
/// new one. Files of the previous generation stay, because open pages may still request them; older ones are removed.</summary>
/// <param name="root">The output folder.</param>
internal sealed partial class OutputFolder(string root)
{
    /// <summary>Name of the entry.</summary>
    public const string Entry = "searchnotes-index.json";

    /// <summary>Names of the lists of the last generations, newest first, one a line. Not part of a generation: it depends on the
    /// past.</summary>
    private const string Generations = "i/generations.txt";

    private const int MaxListBytes = 64 << 20;

    /// <summary>Writes the files, the list of them and the entry, and removes files of generations older than the previous one.</summary>
    /// <param name="files">The files, without the entry. No two have the same path.</param>
    /// <param name="entry">Returns the entry for a generation and the path of its list.</param>
    /// <returns>The generation, and how many files were written and removed.</returns>
    /// <exception cref="SearchNotesException">A file cannot be written, or would replace one that no export wrote.</exception>
    public WrittenGeneration Write(IReadOnlyList<ExportedFile> files, Func<string, string, byte[]> entry)
    {
        var listed = FileList.Of(files);
        var generation = listed.Generation();
        var list = new ExportedFile($"i/files.{generation}.txt.br", Packed.Brotli(Encoding.UTF8.GetBytes(listed.ToString())));
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "i"));
            var before = KnownLists().Where(name => name != list.Path).ToList();
            var known = before.Prepend(list.Path).SelectMany(name => Read(name).Paths.Prepend(name)).ToHashSet(StringComparer.Ordinal);
            Refuse(files, known);

            // Named before the files are written, so that a run that was stopped leaves no file behind that nobody knows.
            var written = Replace(list) ? 1 : 0;
            WriteGenerations([list.Path, .. before]);
            foreach (var file in files)
                written += Replace(file) ? 1 : 0;
            written += Replace(new ExportedFile(Entry, entry(generation, list.Path))) ? 1 : 0;

            string[] kept = [list.Path, .. before.Take(1)];
            WriteGenerations(kept);
            var removed = Remove(known.Except(kept.SelectMany(name => Read(name).Paths.Prepend(name)), StringComparer.Ordinal));
            return new(generation, files.Count + 2, written, removed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"The export in {root} could not be written: {e.Message.TrimEnd('.')}. The previous generation is still there; free some space or check the folder's permissions, and run again.", e);
        }
    }

    /// <summary>Returns the lists of the last generations, newest first.</summary>
    private IEnumerable<string> KnownLists()
    {
        var names = ReadText(Generations).Split('\n').Where(name => ListName().IsMatch(name)).ToList();
        return CurrentList() is { } current && !names.Contains(current) ? names.Prepend(current) : names;
    }

    private string? CurrentList()
    {
        try
        {
            using var json = JsonDocument.Parse(ReadText(Entry));
            var name = json.RootElement.GetProperty("files").GetString();
            return name is not null && ListName().IsMatch(name) ? name : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads a list. The first versions did not compress it, or with gzip.</summary>
    private FileList Read(string list)
    {
        if (list.EndsWith(".txt", StringComparison.Ordinal))
            return FileList.Parse(ReadText(list));
        var file = new FileInfo(FullPath(list));
        return FileList.Parse(!file.Exists ? "" : Encoding.UTF8.GetString(Packed.Read(file, MaxListBytes)));
    }

    private string ReadText(string path)
    {
        var file = new FileInfo(FullPath(path));
        if (!file.Exists || file.Length > MaxListBytes)
            return "";
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Refuses to replace files that were not written by an export.</summary>
    private void Refuse(IReadOnlyList<ExportedFile> files, HashSet<string> known)
    {
        var foreign = files.FirstOrDefault(file => !known.Contains(file.Path) && File.Exists(FullPath(file.Path)) && !IsWritten(file));
        if (foreign is not null)
        {
            throw new SearchNotesException(Fault.Disk,
                $"{FullPath(foreign.Path)} exists and was not written by an export; choose another folder with --out, or remove the file.");
        }
    }

    /// <summary>Writes a file in one step, unless it is there already.</summary>
    private bool Replace(ExportedFile file)
    {
        if (IsWritten(file))
            return false;
        var path = FullPath(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A path below the root has a folder.
        var unfinished = $"{path}.unfinished";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            stream.Write(file.Content.Span);
        File.Move(unfinished, path, overwrite: true);
        return true;
    }

    private bool IsWritten(ExportedFile file)
    {
        var info = new FileInfo(FullPath(file.Path));
        if (!info.Exists || info.LinkTarget is not null || info.Length != file.Content.Length)
            return false;
        using var stream = info.OpenRead();
        var content = new byte[file.Content.Length];
        stream.ReadExactly(content);
        return file.Content.Span.SequenceEqual(content);
    }

    private void WriteGenerations(IEnumerable<string> lists) =>
        Replace(new ExportedFile(Generations, Encoding.UTF8.GetBytes(string.Concat(lists.Select(name => $"{name}\n")))));

    private int Remove(IEnumerable<string> paths)
    {
        var removed = 0;
        foreach (var path in paths.Where(path => !IsThroughLink(path)))
        {
            var file = FullPath(path);
            if (!File.Exists(file))
                continue;
            File.Delete(file);
            removed++;
            RemoveEmptyFolders(Path.GetDirectoryName(file)!); // A path below the root has a folder.
        }

        return removed;
    }

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > root.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!; // It is longer than the root.
        }
    }

    /// <summary>Returns whether a folder of a path is a link, which may lead anywhere.</summary>
    private bool IsThroughLink(string path)
    {
        var folder = root;
        foreach (var part in path.Split('/').SkipLast(1))
        {
            folder = Path.Combine(folder, part);
            if (new DirectoryInfo(folder).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private string FullPath(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    [GeneratedRegex(@"^i/files\.[0-9a-f]{16}\.txt(\.gz|\.br)?$", RegexOptions.None, 1000)]
    private static partial Regex ListName();
}

/// <summary>A generation that was written.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="Files">Number of its files, the entry and the list included.</param>
/// <param name="Written">Number of files that were new or changed.</param>
/// <param name="Removed">Number of removed files.</param>
internal sealed record WrittenGeneration(string Generation, int Files, int Written, int Removed);
