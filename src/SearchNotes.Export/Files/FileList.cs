using System.Text;

namespace SearchNotes.Export.Files;

/// <summary>The files of a generation with their hashes, sorted by path.</summary>
internal sealed class FileList
{
    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);

    private FileList(IEnumerable<(string Path, string Hash)> files)
    {
        foreach (var (path, hash) in files)
            hashes[path] = hash;
    }

    /// <summary>The paths, sorted.</summary>
    public IReadOnlyCollection<string> Paths => hashes.Keys;

    /// <summary>Returns the list of a generation's files.</summary>
    public static FileList Of(IEnumerable<ExportedFile> files) =>
        new(files.Select(file => (file.Path, file.Path.StartsWith("i/", StringComparison.Ordinal) ? "" : ContentHash.Of(file.Content.Span))));

    /// <summary>Parses a list of paths, one a line. Lines that no export writes are ignored: the output folder may have been changed by
    /// anyone. The first versions wrote hash and two spaces before a path.</summary>
    public static FileList Parse(string text) =>
        new(text.Split('\n').Select(line => line.Split("  ", 2)[^1]).Where(IsSafe).Select(path => (path, "")));

    /// <summary>Returns whether a path is relative and stays below its folder.</summary>
    public static bool IsSafe(string path) =>
        path.Length > 0 && path.AsSpan().IndexOfAny('\\', ':') < 0
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>Returns a hash of the paths and contents of all files. Index files have theirs in their name.</summary>
    public string Generation()
    {
        var text = new StringBuilder();
        foreach (var (path, hash) in hashes)
            text.Append(hash).Append("  ").Append(path).Append('\n');
        return ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Returns the paths, one a line.</summary>
    public override string ToString() => string.Concat(Paths.Select(path => $"{path}\n"));
}
