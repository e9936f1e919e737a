using SearchNotes.Posts;

namespace SearchNotes.Querying.Matching;

/// <summary>The names under which one code language is known: JavaScript, js, node.</summary>
/// <remarks>From GitHub Linguist and two highlighters; <c>code-languages.txt</c> has one language a line.</remarks>
internal static class CodeLanguageNames
{
    private static readonly Lazy<Dictionary<string, string[]>> Names = new(Read);

    /// <summary>Returns all names of the language that a name stands for, the name itself first.</summary>
    /// <param name="name">A name in lower case.</param>
    public static IEnumerable<string> Of(string name) => Names.Value.TryGetValue(name, out var names) ? names.Prepend(name) : [name];

    private static Dictionary<string, string[]> Read()
    {
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("code-languages.txt"))
        {
            string[] language = line.StartsWith('#') ? [] : line.Split(' ');
            foreach (var name in language)
                names[name] = language;
        }

        return names;
    }
}
