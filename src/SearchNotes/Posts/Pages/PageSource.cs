using SearchNotes.Posts.Dates;
using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Pages;

/// <summary>What the address of a post's page is made from.</summary>
/// <param name="Path">The file's path below the blog's folder, with <c>/</c>.</param>
/// <param name="FrontMatter">Its front matter.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its day.</param>
internal sealed record PageSource(string Path, FrontMatter FrontMatter, string Title, DateOnly? Date)
{
    /// <summary>The parts of the path.</summary>
    internal PostPath Parts => PostPath.Read(Path);

    /// <summary>The file's name without extension and, at its beginning, without date.</summary>
    internal string NameWithoutDate =>
        PathDate.InName(Parts.Name, out var rest) is not null && rest.Length > 0 && Parts.Name.EndsWith(rest, StringComparison.Ordinal)
        ? rest : Parts.Name;

    /// <summary>The categories as the front matter lists them; tags are none.</summary>
    internal IReadOnlyList<string> Categories
    {
        get
        {
            var written = FrontMatter.Keys.GetValueOrDefault("categories") ?? FrontMatter.Keys.GetValueOrDefault("category") ?? "";
            var separators = written.Contains(',', StringComparison.Ordinal) ? [','] : new[] { ' ' };
            return written.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>The page below a folder of the blog; this page where it does not lie there.</summary>
    internal PageSource Below(string folder) =>
        Path.StartsWith(folder, StringComparison.Ordinal) ? this with { Path = Path[folder.Length..] } : this;

    /// <summary>The path without extension; of an index file, its folder.</summary>
    internal string PathWithoutExtension =>
        Parts.IsIndex && !Path.Contains('/', StringComparison.Ordinal) ? "" : string.Join('/', Parts.Folders.Append(Parts.Name));
}
