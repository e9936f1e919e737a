using System.Text;

namespace SearchNotes.Export.Files;

/// <summary>The files of a generation with their hashes, sorted by path. As text one line each: hash, two spaces, path. Index files have
/// their hash in their name alone.</summary>
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

    /// <summary>Parses the text of a list. Lines that no export writes are ignored: the output folder may have been changed by
    /// anyone.</summary>
    public static FileList Parse(string text) =>
        new(text.Split('\n').Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2 && IsSafe(parts[1]))
            .Select(parts => (parts[1], parts[0])));

    /// <summary>Returns whether a path is relative and stays below its folder.</summary>
    public static bool IsSafe(string path) =>
        path.Length > 0 && path.AsSpan().IndexOfAny('\\', ':') < 0
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (path, hash) in hashes)
            text.Append(hash).Append("  ").Append(path).Append('\n');
        return text.ToString();
    }
}
