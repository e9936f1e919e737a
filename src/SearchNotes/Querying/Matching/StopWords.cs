using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Util;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Matching;

/// <summary>Words that say little about what a reader looks for. They are searched for all the same, and weigh less.</summary>
internal static class StopWords
{
    /// <summary>Lucene's English list has no question words, and readers ask questions.</summary>
    private static readonly string[] QuestionWords =
    [
        "how", "what", "when", "where", "which", "who", "why", "can", "could", "do", "does", "did", "should", "would", "i", "you",
        "we", "me", "my", "your", "our", "from", "about", "any", "some", "have", "has", "had", "been", "were", "am", "so", "than", "too",
    ];

    private static readonly Lazy<HashSet<string>> FunctionWords = new(Read);

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(string term) => FunctionWords.Value.Contains(term) || QuestionWords.Contains(term, StringComparer.Ordinal);

    /// <summary>Whether a folded word is an article, a conjunction or the like: of these not even a flag says anything.</summary>
    public static bool IsFunctionWord(string term) =>
        FunctionWords.Value.Contains(term) && !QuestionWords.Contains(term, StringComparer.Ordinal);

    private static HashSet<string> Read()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var folded = new char[64];
        foreach (var list in new CharArraySet[] { EnglishAnalyzer.DefaultStopSet, GermanAnalyzer.DefaultStopSet,
            FrenchAnalyzer.DefaultStopSet, SpanishAnalyzer.DefaultStopSet })
        {
            foreach (var word in list)
                words.Add(new string(folded, 0, Folding.Fold(word, folded, out _)));
        }

        return words;
    }
}
