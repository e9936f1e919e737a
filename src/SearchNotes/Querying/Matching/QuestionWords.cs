using System.Collections.Frozen;

namespace SearchNotes.Querying.Matching;

/// <summary>Words that begin a question.</summary>
public static class QuestionWords
{
    /// <summary>Those of English that are stop words and missing in Lucene's list.</summary>
    internal static readonly IReadOnlyList<string> English =
        ["how", "what", "when", "where", "which", "who", "why", "can", "could", "do", "does", "did", "should", "would"];

    // German, French, Spanish, Italian, Portuguese, Dutch.
    private static readonly FrozenSet<string> All = (
        "whose is are was were "
        + "wie was wann wo warum wieso weshalb welche welcher welches wer womit wozu kann "
        + "comment pourquoi quand où quel quelle quels quelles qui combien "
        + "cómo como qué cuándo cuál dónde quién perché quando quale chi cosa quanto "
        + "porque quem onde qual hoe wat wanneer waar waarom welke").Split(' ').Concat(English).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word begins questions in English, German, French, Spanish, Italian, Portuguese or Dutch, in any case.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
