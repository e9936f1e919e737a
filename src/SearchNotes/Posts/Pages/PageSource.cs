using SearchNotes.Posts.Dates;
using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Pages;

/// <summary>The input for the address of a post's page.</summary>
/// <param name="Path">The file's path below the blog's folder, with <c>/</c>.</param>
/// <param name="FrontMatter">Front matter of the post.</param>
/// <param name="Title">Title of the post.</param>
/// <param name="Date">Date of the post.</param>
internal sealed record PageSource(string Path, FrontMatter FrontMatter, string Title, DateOnly? Date)
{
    /// <summary>The parts of the path.</summary>
    internal PostPath Parts => PostPath.Read(Path);

    /// <summary>The file's name without extension and without a leading date.</summary>
    internal string NameWithoutDate =>
        PathDate.InName(Parts.Name, out var rest) is not null && rest.Length > 0 && Parts.Name.EndsWith(rest, StringComparison.Ordinal)
        ? rest : Parts.Name;

    /// <summary>The categories in the order of the front matter. Tags are not included.</summary>
    internal IReadOnlyList<string> Categories
    {
        get
        {
            // "category: One Two" is one category, "categories: One Two" are two.
            var written = FrontMatter.Keys.GetValueOrDefault("categories") ?? $"{FrontMatter.Keys.GetValueOrDefault("category")},";
            var separators = written.Contains(',', StringComparison.Ordinal) ? [','] : new[] { ' ' };
            return written.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>Returns the page with its path relative to a folder of the blog; the unchanged page if it is not in that
    /// folder.</summary>
    internal PageSource Below(string folder) =>
        Path.StartsWith(folder, StringComparison.Ordinal) ? this with { Path = Path[folder.Length..] } : this;

    /// <summary>The path without extension; for an index file, its folder.</summary>
    internal string PathWithoutExtension =>
        Parts.IsIndex && !Path.Contains('/', StringComparison.Ordinal) ? "" : string.Join('/', Parts.Folders.Append(Parts.Name));
}
