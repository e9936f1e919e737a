using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>The names of speakers, tags and events by the words in them, for completing what a reader types.</summary>
internal sealed class CompletedNames
{
    private readonly SortedDictionary<string, List<CompletedName>> names = new(StringComparer.Ordinal);

    /// <summary>Reads the names.</summary>
    /// <param name="contents">The contents of the index.</param>
    /// <param name="addressOf">Returns where a name of a facet leads, relative to the output folder.</param>
    public CompletedNames(IndexContents contents, Func<Facet, string, string> addressOf)
    {
        var reader = new TextTokens();
        var tokens = new List<Token>();
        foreach (var (facet, found) in contents.Facets.Index())
        {
            var counts = Count(found.Values);
            var posts = Count(found.Values.Index().Where(doc => contents.Kinds[doc.Index].IsPost).Select(doc => doc.Item));
            foreach (var (value, name) in found.Names.Index())
            {
                var address = found.Facet == Facet.Tag ? "" : addressOf(found.Facet, name);
                var completed = new CompletedName(facet, counts.GetValueOrDefault(value), name)
                {
                    Posts = found.Facet == Facet.Event ? posts.GetValueOrDefault(value) : 0,
                    Address = address == UsualAddress(found.Facet, name) ? "" : address,
                };
                reader.Read(name, isCode: false, [], tokens);
                foreach (var word in tokens.Select(token => token.Term).Distinct(StringComparer.Ordinal))
                    Of(word).Add(completed);
            }
        }

        List<CompletedName> Of(string word) => names.TryGetValue(word, out var found) ? found : names[word] = [];
    }

    /// <summary>All words of the names.</summary>
    public IEnumerable<string> Words => names.Keys;

    /// <summary>Returns the names that contain a word.</summary>
    public IReadOnlyList<CompletedName> With(string word) => names.GetValueOrDefault(word) ?? [];

    private static Dictionary<int, int> Count(IEnumerable<IReadOnlyList<int>> values) =>
        values.SelectMany(of => of).CountBy(value => value).ToDictionary();

    /// <summary>Returns the address that the engine makes of a name; an empty text if it cannot.</summary>
    private static string UsualAddress(Facet facet, string name)
    {
        var letters = name.Where(c => c is not ('\'' or '`')).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return name.All(char.IsAscii) ? $"{facet.Name}s/{string.Join('-', words)}/" : "";
    }
}

/// <summary>A name.</summary>
/// <param name="Facet">0 for a speaker, 1 for a tag, 2 for an event.</param>
/// <param name="Count">Number of documents that have it.</param>
/// <param name="Name">The name as displayed.</param>
internal sealed record CompletedName(int Facet, int Count, string Name)
{
    /// <summary>Represents an initial, whose count is that of the most frequent name.</summary>
    public const int OfInitial = 3;

    /// <summary>Number of documents of an event that are no talks.</summary>
    public int Posts { get; init; }

    /// <summary>Where the name leads, relative to the output folder; an empty text for the usual address, and for tags.</summary>
    public string Address { get; init; } = "";
}
