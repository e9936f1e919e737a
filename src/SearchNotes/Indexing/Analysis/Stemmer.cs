using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Stems the words of one language: queues → queue. Not thread-safe.</summary>
/// <remarks>Uses light stemmers where Lucene has one. For English, the Porter stemmer conflates universe and university; KStem, which
/// has a lexicon, does not.</remarks>
[SuppressMessage("Reliability", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The token stream holds no unmanaged resources.")]
internal sealed class Stemmer
{
    /// <summary>Words with fewer characters are not stemmed.</summary>
    private const int MinCharacters = 3;

    /// <summary>The cache is cleared at this size, about 10 MB.</summary>
    private const int MaxCached = 100_000;

    private readonly Dictionary<string, string> cache = new(StringComparer.Ordinal);
    private readonly SingleTermStream input = new();
    private readonly TokenStream? chain;
    private readonly ICharTermAttribute? output;
    private readonly bool isEnglish;

    private Stemmer(Func<TokenStream, TokenStream?> chainOf, bool isEnglish)
    {
        this.isEnglish = isEnglish;
        chain = chainOf(input);
        output = chain?.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>Creates the stemmer of a language. For a language without a stemmer it returns all words unchanged.</summary>
    /// <param name="language">Two-letter language code.</param>
    public static Stemmer For(string language) => new(input => Chain(language, input), isEnglish: language == "en");

    /// <summary>Creates Porter's stemmer for English, which joins more words than the stemmer of the language.</summary>
    public static Stemmer Porter() => new(static input => new PorterStemFilter(input), isEnglish: false);

    /// <summary>Returns the stem of a folded word.</summary>
    public string Stem(string term)
    {
        if (chain is null || output is null)
            return term;
        if (term.Length < MinCharacters || !IsPlain(term))
            return term;
        if (cache.TryGetValue(term, out var known))
            return known;
        if (cache.Count >= MaxCached)
            cache.Clear();

        input.Term = isEnglish ? AmericanSpelling(term) : term;
        chain.Reset();
        chain.IncrementToken();
        var stem = output.ToString()!;
        chain.End();
        if (isEnglish && stem.Length == input.Term.Length && IsRegularPlural(stem))
            stem = stem[..^1];
        return cache[term] = stem == term ? term : stem;
    }

    private static TokenStream? Chain(string language, TokenStream input) => language switch
    {
        "en" => new KStemFilter(input),
        "de" => new GermanLightStemFilter(input),
        "fr" => new FrenchLightStemFilter(input),
        "es" => new SpanishLightStemFilter(input),
        "it" => new ItalianLightStemFilter(input),
        "pt" => new PortugueseLightStemFilter(input),
        "nl" => new SnowballFilter(input, "Dutch"),
        "sv" => new SwedishLightStemFilter(input),
        "no" or "nb" or "nn" => new NorwegianLightStemFilter(input),
        "fi" => new FinnishLightStemFilter(input),
        "hu" => new HungarianLightStemFilter(input),
        "ru" => new RussianLightStemFilter(input),
        _ => null,
    };

    private static bool IsPlain(string term)
    {
        foreach (var c in term)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    /// <summary>Whether KStem left a regular plural unchanged. Its lexicon lists plurals with a separate meaning, such as wings,
    /// numbers and effects; a search for them would miss wing, number and effect.</summary>
    private static bool IsRegularPlural(string term) =>
        term.Length > 4 && term is [.., not ('s' or 'u' or 'i' or 'a' or '\''), 's']
        && term is not ([.., 'i', 'c', 's'] or [.., 'i', 'e', 's']);

    /// <summary>Normalizes British spellings: visualisation → visualization, colour → color. Bloggers and readers mix both.</summary>
    private static string AmericanSpelling(string term)
    {
        var at = term.LastIndexOf("is", StringComparison.Ordinal);
        if (at >= 4 && term.AsSpan(at) is "ise" or "ised" or "ises" or "ising" or "isation" or "isations" or "iser" or "isers")
            return string.Concat(term.AsSpan(0, at), "iz", term.AsSpan(at + 2));

        at = term.LastIndexOf("our", StringComparison.Ordinal);
        if (at >= 3 && term.AsSpan(at) is "our" or "ours" or "oured" or "ouring" or "ourful" or "ourite" or "ourites")
            return string.Concat(term.AsSpan(0, at), "or", term.AsSpan(at + 3));

        return term;
    }

    /// <summary>Token stream of one term, the input of the stem filters.</summary>
    private sealed class SingleTermStream : TokenStream
    {
        private readonly ICharTermAttribute term;
        private bool isRead;

        public SingleTermStream() => term = AddAttribute<ICharTermAttribute>();

        public string Term { get; set; } = "";

        public override bool IncrementToken()
        {
            if (isRead)
                return false;
            ClearAttributes();
            term.SetEmpty().Append(Term);
            return isRead = true;
        }

        public override void Reset()
        {
            base.Reset();
            isRead = false;
        }
    }
}
