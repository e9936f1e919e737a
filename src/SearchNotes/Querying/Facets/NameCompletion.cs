using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Facets;

/// <summary>Completes names of a facet by any of their words. Created once per snapshot.</summary>
internal sealed class NameCompletion
{
    private readonly Facet facet;
    private readonly string[] names;
    private readonly int[] counts;
    private readonly List<(string Term, int Value)> terms = [];

    /// <summary>Creates the completion of names.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="names">Its values as displayed.</param>
    /// <param name="counts">Number of documents of each value; values without documents are left out.</param>
    public NameCompletion(Facet facet, string[] names, int[] counts)
    {
        (this.facet, this.names, this.counts) = (facet, names, counts);
        var reader = new TextTokens();
        var tokens = new List<Token>();
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] == 0)
                continue;
            reader.Read(names[value], isCode: false, [], tokens);
            foreach (var token in tokens)
                terms.Add((token.Term, value));
        }

        terms.Sort(static (a, b) => string.CompareOrdinal(a.Term, b.Term) is var order and not 0 ? order : a.Value.CompareTo(b.Value));
    }

    /// <summary>Creates the completion of the names of the live documents.</summary>
    public static NameCompletion Of(Facet facet, DocumentValues docValues)
    {
        var (values, live) = (docValues.Of(facet), docValues.Live);
        var counts = new int[values.Names.Length];
        for (var doc = 0; doc < live.Length; doc++)
        {
            if (!live[doc])
                continue;
            foreach (var value in values.Of(doc))
                counts[value]++;
        }

        return new NameCompletion(facet, values.Names, counts);
    }

    /// <summary>Returns the most used names that contain all the words, of which the last one may be unfinished.</summary>
    public IReadOnlyList<NamedCount> Find(IReadOnlyList<string> typed, int limit)
    {
        HashSet<int>? found = null;
        for (var i = typed.Count - 1; i >= 0; i--)
        {
            var isLast = i == typed.Count - 1;
            var those = Range(typed[i], isLast).ToHashSet();
            if (found is null)
                found = those;
            else
                found.IntersectWith(those);
        }

        return [.. (found ?? []).OrderByDescending(v => counts[v]).ThenBy(v => names[v], StringComparer.Ordinal).Take(limit)
            .Select(v => new NamedCount(names[v], facet.KeyOf(names[v]), counts[v]))];
    }

    private IEnumerable<int> Range(string word, bool isPrefix)
    {
        var (low, high) = (0, terms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(terms[middle].Term, word) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (var i = low; i < terms.Count; i++)
        {
            if (!(isPrefix ? terms[i].Term.StartsWith(word, StringComparison.Ordinal) : terms[i].Term == word))
                yield break;
            yield return terms[i].Value;
        }
    }
}
