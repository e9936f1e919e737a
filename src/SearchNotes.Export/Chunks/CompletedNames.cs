using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>The names of speakers, tags and events by the words in them, for completing what a reader types.</summary>
internal sealed class CompletedNames
{
    private readonly SortedDictionary<string, List<CompletedName>> names = new(StringComparer.Ordinal);

    /// <summary>Reads the names.</summary>
    public CompletedNames(IReadOnlyList<IndexedFacet> facets)
    {
        var reader = new TextTokens();
        var tokens = new List<Token>();
        for (var facet = 0; facet < facets.Count; facet++)
        {
            var counts = facets[facet].Values.SelectMany(values => values).CountBy(value => value).ToDictionary();
            for (var value = 0; value < facets[facet].Names.Count; value++)
            {
                reader.Read(facets[facet].Names[value], isCode: false, [], tokens);
                foreach (var word in tokens.Select(token => token.Term).Distinct(StringComparer.Ordinal))
                    Of(word).Add(new(facet, counts.GetValueOrDefault(value), facets[facet].Names[value]));
            }
        }

        List<CompletedName> Of(string word) => names.TryGetValue(word, out var found) ? found : names[word] = [];
    }

    /// <summary>All words of the names.</summary>
    public IEnumerable<string> Words => names.Keys;

    /// <summary>Returns the names that contain a word.</summary>
    public IReadOnlyList<CompletedName> With(string word) => names.GetValueOrDefault(word) ?? [];
}

/// <summary>A name.</summary>
/// <param name="Facet">0 for a speaker, 1 for a tag, 2 for an event.</param>
/// <param name="Count">Number of documents that have it.</param>
/// <param name="Name">The name as displayed.</param>
internal sealed record CompletedName(int Facet, int Count, string Name)
{
    /// <summary>Represents an initial, whose count is that of the most frequent name.</summary>
    public const int OfInitial = 3;
}
