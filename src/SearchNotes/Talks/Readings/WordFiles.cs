using SearchNotes.Posts;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads the word lists of all languages from <c>Words/*.txt</c>.</summary>
internal static class WordFiles
{
    // "any" holds signs and words of every language.
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ja", "zh", "ko", "any"];
    private static readonly Dictionary<string, List<string>> Lists = ReadAll();

    /// <summary>The names of all lists.</summary>
    internal static IReadOnlyCollection<string> Names => Lists.Keys;

    /// <summary>The entries of a list: language by language, in the order of the files.</summary>
    internal static string[] Entries(string list) => Han.BothForms([.. Lists[list]]);

    private static Dictionary<string, List<string>> ReadAll()
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            List<string> entries = [];
            foreach (var line in EmbeddedText.Lines($"words.{language}.txt"))
            {
                if (line is ['[', .. var name, ']'])
                    lists[name] = entries = lists.GetValueOrDefault(name) ?? [];
                else if (line is not ['#', ..])
                    entries.AddRange(EntriesOf(line));
            }
        }

        return lists;
    }

    private static IEnumerable<string> EntriesOf(string line) =>
        line.TrimEnd(',').Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Replace('_', ' '));
}
