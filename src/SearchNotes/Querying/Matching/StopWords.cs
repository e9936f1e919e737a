using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Util;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Matching;

/// <summary>Stop words of several languages. They are searched for, but weigh less than other words.</summary>
internal static class StopWords
{
    /// <summary>Question words and other stop words that Lucene's English list lacks.</summary>
    public static readonly IReadOnlyList<string> QuestionWords =
    [
        .. Matching.QuestionWords.English, "i", "you", "we", "me", "my", "your", "our", "from", "about", "any", "some", "have", "has",
        "had", "been", "were", "am", "so", "than", "too",
    ];

    private static readonly Lazy<HashSet<string>> FunctionWords = new(Read);

    /// <summary>The function words of all languages, folded.</summary>
    public static IReadOnlyCollection<string> AllFunctionWords => FunctionWords.Value;

    /// <summary>Returns whether a folded term is a stop word.</summary>
    public static bool Contains(string term) => FunctionWords.Value.Contains(term) || QuestionWords.Contains(term, StringComparer.Ordinal);

    /// <summary>Returns whether a folded term is a function word, such as an article or a conjunction, which is not flagged on its
    /// own.</summary>
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
            {
                // The elided c', d' and s' of French are languages when they occur alone.
                if (word is not ("c" or "d" or "r" or "s"))
                    words.Add(new string(folded, 0, Folding.Fold(word, folded, out _)));
            }
        }

        return words;
    }
}
