using System.Globalization;
using SearchNotes.Posts;
using SearchNotes.Posts.Events;

namespace SearchNotes.Querying;

/// <summary>A name that a whole query means.</summary>
/// <param name="Facet">The facet whose value the name is: speaker, event, tag or kind.</param>
/// <param name="Named">The name with its number of talks.</param>
public sealed record FoundName(Facet Facet, NamedCount Named);

/// <summary>Finds the names that a whole query means, of one state of the index. Thread-safe.</summary>
internal sealed class NameIndex
{
    /// <summary>Maximum number of names that a query means. More people of one surname are none that is meant.</summary>
    private const int MaxFound = 3;

    private const int MaxCharacters = 80;

    /// <summary>Shorter names are found as written only.</summary>
    private const int MinTypoCharacters = 6;

    private const int MinTwoTyposCharacters = 12;

    private readonly Dictionary<string, List<FoundName>> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FoundName>> shorter = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoundName> tags = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<NamedCount> kinds;
    private readonly ILookup<char, SpelledName> byFirst;

    /// <summary>Builds the index.</summary>
    /// <param name="speakers">All speakers.</param>
    /// <param name="events">All events, newest first.</param>
    /// <param name="tags">All tags.</param>
    /// <param name="kinds">All kinds by their names.</param>
    /// <param name="eventAliases">Other names of events (<see cref="Indexing.CommitRecord.EventAliases"/>).</param>
    public NameIndex(IEnumerable<NamedCount> speakers, IEnumerable<NamedCount> events, IEnumerable<NamedCount> tags,
        IReadOnlyList<NamedCount> kinds, string eventAliases)
    {
        this.kinds = kinds;
        Add(speakers, Facet.Speaker, NameKeys.OfSpeaker);
        Add(events, Facet.Event, NameKeys.OfEvent);
        AddAliases(events, eventAliases);
        foreach (var tag in tags)
            this.tags.TryAdd(tag.Slug, new(Facet.Tag, tag));
        byFirst = whole.ToLookup(name => name.Key[0], name => new SpelledName(name.Key, Digits(name.Key), name.Value));
    }

    /// <summary>Returns the names that a query means, best first; empty when it means something else.</summary>
    public IReadOnlyList<FoundName> Find(string query)
    {
        query = query.Trim().Trim('"', '“', '”').Trim();
        if (query.Length is 0 or > MaxCharacters || query.AsSpan().IndexOfAny(":*\"") >= 0)
            return [];
        if (KindWords.Find(query) is var (kind, rest) && rest.Length == 0)
            return [.. kinds.Where(named => named.Slug == Talks.TalkKindNames.Of(kind)).Select(named => new FoundName(Facet.Kind, named))];
        var found = Named(query);
        if (found.Count == 0 && EventTitle.Trimmed(query) is var trimmed && trimmed.Length < query.Length)
            found = [.. Named(trimmed).Where(name => name.Facet == Facet.Event)];
        if (tags.TryGetValue(query.ToLowerInvariant(), out var tag))
            found = [.. found.Where(name => name.Facet != Facet.Tag), tag];
        return found.Count > MaxFound ? found[..MaxFound] : found;
    }

    private List<FoundName> Named(string query)
    {
        var words = NameKeys.Words(query);
        if (words.Length == 0)
            return [];
        foreach (var names in (ReadOnlySpan<Dictionary<string, List<FoundName>>>)[whole, shorter])
        {
            if (Of(names, NameKeys.Sorted(words)) is { Count: > 0 } found)
                return found;
            if (Of(names, NameKeys.Glued(words)) is { Count: > 0 } joined)
                return joined;
        }

        return Near(NameKeys.Sorted(words));
    }

    /// <summary>Returns the names of a key. Speakers who share a short form only with each other are none that is meant.</summary>
    private static List<FoundName> Of(Dictionary<string, List<FoundName>> names, string key)
    {
        var found = names.GetValueOrDefault(key) ?? [];
        return found.Count > MaxFound && found.TrueForAll(name => name.Facet == Facet.Speaker) ? [] : found;
    }

    /// <summary>Returns the names that a query with a slip means: with the same first letter and the same digits.</summary>
    private List<FoundName> Near(string key)
    {
        if (key.Length < MinTypoCharacters || EditDistance.Allowed(key.Length) == 0)
            return [];
        var (allowed, distance) = (key.Length < MinTwoTyposCharacters ? 1 : 2, new EditDistance(key));
        var digits = Digits(key);
        return [.. byFirst[key[0]].Where(name => Math.Abs(name.Key.Length - key.Length) <= allowed && name.Digits == digits)
            .Where(name => distance.To(name.Key, allowed) <= allowed)
            .SelectMany(name => name.Names).Distinct().OrderByDescending(name => name.Named.Talks)];
    }

    private static string Digits(string key) => string.Concat(key.Where(char.IsAsciiDigit));

    private void Add(IEnumerable<NamedCount> names, Facet facet, Func<string[], IEnumerable<string>> shortForms)
    {
        foreach (var named in names)
        {
            var words = NameKeys.Words(named.Name);
            if (words.Length == 0)
                continue;
            var found = new FoundName(facet, named);
            AddTo(whole, NameKeys.Sorted(words), found);
            AddTo(whole, NameKeys.Glued(words), found);
            foreach (var key in shortForms(words))
                AddTo(shorter, key, found);
        }
    }

    private void AddAliases(IEnumerable<NamedCount> events, string aliases)
    {
        if (aliases.Length == 0)
            return;
        var bySlug = events.SelectMany(named => new[] { named.Slug, named.Series }.Distinct(), (named, slug) => (named, slug))
            .ToLookup(pair => pair.slug, pair => pair.named);
        foreach (var line in aliases.Split('\n'))
        {
            var names = line.Split('\t');
            foreach (var named in bySlug[Slug.Make(names[0])])
            {
                string[] years = named.Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [];
                foreach (var alias in names.Skip(1))
                {
                    string[] words = [.. NameKeys.Words(alias), .. years];
                    foreach (var key in NameKeys.OfEvent(words).Append(NameKeys.Sorted(words)).Append(NameKeys.Glued(words)))
                        AddTo(shorter, key, new FoundName(Facet.Event, named));
                }
            }
        }
    }

    private static void AddTo(Dictionary<string, List<FoundName>> names, string key, FoundName found)
    {
        if (!names.TryGetValue(key, out var same))
            names[key] = same = [];
        if (!same.Contains(found))
            same.Add(found);
    }

    /// <summary>A key of names.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Digits">Its digits.</param>
    /// <param name="Names">The names that have it.</param>
    private sealed record SpelledName(string Key, string Digits, List<FoundName> Names);
}
