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

/// <summary>The stem of a word in a language: queues → queue. Not for many threads.</summary>
/// <remarks>Light stemmers throughout. Porter's makes one word of universe and university; KStem looks words up and does not.</remarks>
[SuppressMessage("Reliability", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The stream of one term holds nothing but memory.")]
internal sealed class Stemmer
{
    /// <summary>Shorter words have no ending worth cutting.</summary>
    private const int MinCharacters = 3;

    /// <summary>The cache starts again at this size: some 10 MB.</summary>
    private const int MaxCached = 100_000;

    private readonly Dictionary<string, string> cache = new(StringComparer.Ordinal);
    private readonly SingleTermStream input = new();
    private readonly TokenStream? chain;
    private readonly ICharTermAttribute? output;
    private readonly bool isEnglish;

    private Stemmer(string language)
    {
        isEnglish = language == "en";
        chain = Chain(language, input);
        output = chain?.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>The stemmer of a language; of one that has none it leaves every word as it is.</summary>
    /// <param name="language">Two-letter code.</param>
    public static Stemmer For(string language) => new(language);

    /// <summary>The stem of a folded word.</summary>
    public string Stem(string term)
    {
        if (chain is null || output is null || term.Length < MinCharacters || !IsPlain(term))
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

    /// <summary>KStem's lexicon keeps plurals with a meaning of their own, as wings, numbers and effects, and a search for
    /// them then misses wing, number and effect.</summary>
    private static bool IsRegularPlural(string term) =>
        term.Length > 4 && term[^1] == 's' && term[^2] is not ('s' or 'u' or 'i' or 'a' or '\'')
        && !term.EndsWith("ics", StringComparison.Ordinal) && !term.EndsWith("ies", StringComparison.Ordinal);

    /// <summary>One spelling for visualisation and visualization, colour and color: bloggers and readers mix them.</summary>
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

    /// <summary>A stream of one term, which the filters work on.</summary>
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
