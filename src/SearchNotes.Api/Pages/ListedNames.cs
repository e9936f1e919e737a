using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The names that have list pages, to find the keys of events and tags.</summary>
/// <param name="searcher">The searcher.</param>
internal sealed class ListedNames(ITalkSearcher searcher)
{
    private readonly Lazy<Dictionary<string, NamedCount>> events = new(() => ByName(searcher.Events(), StringComparer.Ordinal));
    private readonly Lazy<Dictionary<string, NamedCount>> tags = new(() => ByName(searcher.Tags(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Returns the event with a title; <see langword="null"/> when only posts, and no talks, have it.</summary>
    public NamedCount? Event(string title) => events.Value.GetValueOrDefault(title);

    /// <summary>Returns the tag with a name.</summary>
    public NamedCount? Tag(string name) => tags.Value.GetValueOrDefault(name);

    private static Dictionary<string, NamedCount> ByName(IReadOnlyList<NamedCount> counts, StringComparer comparer)
    {
        var found = new Dictionary<string, NamedCount>(comparer);
        foreach (var count in counts)
            found.TryAdd(count.Name, count);
        return found;
    }
}
