using System.Text;

namespace SearchNotes.Talks;

/// <summary>Groups the posts of a blog whose file names have the same shape: <c>digest-201801.md</c> and <c>digest-201802.md</c>.</summary>
internal static class Series
{
    private const int LeastLetters = 3;

    /// <summary>Key of a post's series: the path with <c>#</c> for each number; <see langword="null"/> for a path
    /// without numbers, or one that numbers alone tell from others, such as a date.</summary>
    internal static string? KeyOf(string path)
    {
        var key = new StringBuilder(path.Length);
        var hasNumber = false;
        foreach (var c in path)
        {
            if (!char.IsDigit(c))
                key.Append(c);
            else if (key is not [.., '#'])
                key.Append('#');
            hasNumber |= char.IsDigit(c);
        }

        return hasNumber && NameOf(path).Count(char.IsLetter) >= LeastLetters ? key.ToString() : null;
    }

    // "notes/weekly-3/index.md" is called by its folder.
    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.ToUpperInvariant() is "INDEX" or "README" ? Path.GetFileName(Path.GetDirectoryName(path)) ?? "" : name;
    }
}
