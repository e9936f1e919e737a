using SearchNotes.Posts.Languages;

namespace SearchNotes.Posts.Files;

/// <summary>The meaningful parts of a post's path.</summary>
/// <param name="Name">The file's name without extension; for an index or README, the folder's name.</param>
/// <param name="Folders">The folders above <paramref name="Name"/>, outermost first.</param>
/// <param name="IsIndex">Whether the file is an index or README in a folder of its own.</param>
/// <param name="LanguageSuffix">The language in a name such as <c>index.fr.md</c>, as in Hugo; otherwise <see langword="null"/>.</param>
internal sealed record PostPath(string Name, IReadOnlyList<string> Folders, bool IsIndex, string? LanguageSuffix)
{
    private static readonly string[] IndexNames = ["index", "_index", "readme"];

    /// <summary>Parses a path below the corpus folder, with <c>/</c>.</summary>
    internal static PostPath Read(string path)
    {
        var folders = path.Split('/');
        var name = Path.GetFileNameWithoutExtension(folders[^1]);
        folders = folders[..^1];

        var suffix = Path.GetExtension(name).TrimStart('.');
        var language = PostLanguage.IsCode(suffix) ? suffix : null;
        var bare = language is null ? name : name[..^(suffix.Length + 1)];
        var isIndex = IndexNames.Contains(bare, StringComparer.OrdinalIgnoreCase);
        return isIndex && folders.Length > 0
            ? new PostPath(folders[^1], folders[..^1], true, language)
            : new PostPath(bare, folders, isIndex, language);
    }

    /// <summary>Returns the name, then the folders from the nearest outwards. A language suffix is kept in the name.</summary>
    internal IEnumerable<string> NameAndFolders() => Folders.Reverse().Prepend(LanguageSuffix is null ? Name : $"{Name}-{LanguageSuffix}");
}
