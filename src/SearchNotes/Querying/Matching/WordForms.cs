using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Matching;

/// <summary>Finds the other forms of a word that occur in the index: queue → queues, queued. Costs one look-up per language.
/// Thread-safe.</summary>
/// <param name="readLanguages">Reads the language codes of the documents, in ordinal order.</param>
/// <param name="stored">Returns the ends of the terms of <see cref="Schema.Forms"/> that begin with a text, in any order.</param>
internal sealed class WordForms(Func<string[]> readLanguages, Func<string, IEnumerable<string>> stored)
{
    /// <summary>Creates the forms of the segments of an index.</summary>
    public WordForms(IReadOnlyList<AtomicReaderContext> leaves)
        : this(() => ReadLanguages(leaves), prefix => Stored(leaves, prefix))
    {
    }

    /// <summary>Maximum number of forms per stem. A stem with more is not a real stem.</summary>
    public const int MaxForms = 64;

    /// <summary>Capacity of the cache. Readers of a blog use a few thousand words; the limit keeps a million words of an attacker out of
    /// memory.</summary>
    private const int MaxCachedWords = 20_000;

    private readonly Lazy<string[]> languages = new(readLanguages);
    private readonly Dictionary<string, Stemmer> stemmers = new(StringComparer.Ordinal);
    private readonly BoundedCache<string, string[]> cache = new(MaxCachedWords);

    /// <summary>Returns the forms of a word in all languages of the corpus, without the word itself.</summary>
    public IReadOnlyList<string> Of(string word)
    {
        if (cache.TryGet(word, out var cached))
            return cached;
        var forms = Read(word);
        cache.Add(word, forms);
        return forms;
    }

    private string[] Read(string word)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in languages.Value)
        {
            var stem = Stem(language, word);
            forms.Add(stem);
            foreach (var form in stored($"{language}:{stem}{Schema.FormSeparator}"))
                forms.Add(form);
        }

        // A dictionary stemmer takes the half-typed "theor" for a form of "the".
        if (!StopWords.Contains(word))
            forms.RemoveWhere(StopWords.Contains);
        forms.Remove(word);
        return [.. forms.Order(StringComparer.Ordinal)];
    }

    /// <summary>Returns the stem of a word. Stemmers are not thread-safe, hence the lock; the result is cached.</summary>
    private string Stem(string language, string word)
    {
        lock (stemmers)
        {
            if (!stemmers.TryGetValue(language, out var stemmer))
                stemmers[language] = stemmer = Stemmer.For(language);
            return stemmer.Stem(word);
        }
    }

    private static IEnumerable<string> Stored(IReadOnlyList<AtomicReaderContext> leaves, string prefix)
    {
        foreach (var leaf in leaves)
        {
            if (leaf.AtomicReader.GetTerms(Schema.Forms)?.GetEnumerator() is not { } terms)
                continue;
            if (terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
                continue;
            for (var left = MaxForms; left > 0; left--)
            {
                var term = terms.Term.Utf8ToString();
                if (!term.StartsWith(prefix, StringComparison.Ordinal))
                    break;
                yield return term[prefix.Length..];
                if (!terms.MoveNext())
                    break;
            }
        }
    }

    private static string[] ReadLanguages(IReadOnlyList<AtomicReaderContext> leaves)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in leaves)
        {
            if (leaf.AtomicReader.GetSortedSetDocValues(Schema.LanguageFacet) is not { } values)
                continue;
            var bytes = new BytesRef();
            for (long ord = 0; ord < values.ValueCount; ord++)
            {
                values.LookupOrd(ord, bytes);
                if (bytes.Length > 0)
                    found.Add(bytes.Utf8ToString());
            }
        }

        return [.. found];
    }
}
