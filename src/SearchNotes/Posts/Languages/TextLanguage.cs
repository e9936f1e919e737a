using System.Collections.Frozen;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;

namespace SearchNotes.Posts.Languages;

/// <summary>The language detected in a text.</summary>
/// <param name="Code">Two-letter code, or <see langword="null"/> if undecided.</param>
/// <param name="IsSure">Whether the evidence is strong enough to overrule the post's own language setting.</param>
internal readonly record struct TextLanguage(string? Code, bool IsSure)
{
    // Lucene's stop word lists consist of function words, which identify a language.
    // This is the only use of Lucene outside indexing and querying.
    private static readonly (string Code, IEnumerable<string> Words)[] Lists =
    [
        ("en", Words(EnglishAnalyzer.DefaultStopSet)), ("de", Words(GermanAnalyzer.DefaultStopSet)),
        ("fr", Words(FrenchAnalyzer.DefaultStopSet)),
        ("es", Words(SpanishAnalyzer.DefaultStopSet)), ("it", Words(ItalianAnalyzer.DefaultStopSet)),
        ("pt", Words(PortugueseAnalyzer.DefaultStopSet)),
        ("nl", Words(DutchAnalyzer.DefaultStopSet)), ("sv", Words(SwedishAnalyzer.DefaultStopSet)),
        ("da", Words(DanishAnalyzer.DefaultStopSet)),
        ("no", Words(NorwegianAnalyzer.DefaultStopSet)), ("fi", Words(FinnishAnalyzer.DefaultStopSet)),
        ("hu", Words(HungarianAnalyzer.DefaultStopSet)),
        ("ro", Words(RomanianAnalyzer.DefaultStopSet)), ("cs", Words(CzechAnalyzer.DefaultStopSet)),
        ("tr", Words(TurkishAnalyzer.DefaultStopSet)),
        ("ca", Words(CatalanAnalyzer.DefaultStopSet)), ("lv", Words(LatvianAnalyzer.DefaultStopSet)),
        ("id", Words(IndonesianAnalyzer.DefaultStopSet)),
        ("ru", Words(RussianAnalyzer.DefaultStopSet)), ("bg", Words(BulgarianAnalyzer.DefaultStopSet)),
        ("ar", Words(ArabicAnalyzer.DefaultStopSet)), ("fa", Words(PersianAnalyzer.DefaultStopSet)),

        // Lucene has these two only in separate packages, which are not worth a dependency.
        ("pl", "nie się jest że jak ale czy oraz dla przez przy tylko był była było są może które który która jego ich już gdy także".Split(
            ' ')),
        ("uk", "не що як але чи або для через від після тільки був була було може які який яка його їх вже коли також та".Split(' ')),
    ];

    // Each word with the languages that have it, for a single lookup. A word of five languages adds a fifth to the score of each.
    private static readonly FrozenDictionary<string, int[]> Languages = Lists
        .SelectMany((list, index) => list.Words.Select(word => (word, index)))
        .GroupBy(x => x.word, x => x.index, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    // Function words make up a sixth to a half of running text and at least a twentieth of notes, but very little of text in another
    // language.
    private const double MinShare = 0.04;
    private const double MinShareSure = 0.08;
    private const double MinScore = 3;
    private const int MinWordsSure = 40;
    private const double MinLead = 1.3;
    private const double MinLeadSure = 2.5;
    private const int MaxWordLength = 16;

    /// <summary>Detects the language of a sample of prose.</summary>
    internal static TextLanguage Of(ReadOnlySpan<char> sample) =>
        Script.Of(sample) is { } script ? new TextLanguage(script, IsSure: true) : ByWords(sample);

    private static TextLanguage ByWords(ReadOnlySpan<char> sample)
    {
        Span<double> scores = stackalloc double[Lists.Length];
        var words = Count(sample, scores);
        var best = IndexOfMax(scores);
        var score = scores[best];
        scores[best] = 0;
        var second = scores[IndexOfMax(scores)];
        if (score < MinScore || score < words * MinShare || score < second * MinLead)
            return default;

        var isSure = words >= MinWordsSure && score >= words * MinShareSure && score >= second * MinLeadSure;
        return new TextLanguage(Lists[best].Code, isSure);
    }

    private static int Count(ReadOnlySpan<char> sample, Span<double> scores)
    {
        var lookup = Languages.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[MaxWordLength];
        var words = 0;
        for (var i = 0; i < sample.Length;)
        {
            var length = 0;
            while (i + length < sample.Length && char.IsLetter(sample[i + length]))
                length++;
            if (length is > 1 and <= MaxWordLength)
            {
                sample.Slice(i, length).ToLowerInvariant(word);
                if (lookup.TryGetValue(word[..length], out var languages))
                {
                    foreach (var language in languages)
                        scores[language] += 1.0 / languages.Length;
                }
            }

            words += length > 0 ? 1 : 0;
            i += length + 1;
        }

        return words;
    }

    private static int IndexOfMax(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best;
    }

    private static IEnumerable<string> Words(CharArraySet set) => set.Where(word => word.Length > 1 && word.All(char.IsLetter));
}
