namespace SearchNotes.Querying.Snapshots;

/// <summary>The values of all facets of a collection. Values that differ only in case or accents are one value, shown in its most frequent
/// spelling.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, NamedValue>[] values =
        [.. Facet.All.Select(_ => new Dictionary<string, NamedValue>(StringComparer.Ordinal))];

    /// <summary>Adds the documents with one spelling of a value on one day.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="spelling">The value as it is in the documents.</param>
    /// <param name="documents">Number of documents.</param>
    /// <param name="talks">How many of them are talks.</param>
    /// <param name="day">Their day, counted from 0001-01-01, or 0.</param>
    /// <param name="place">Their place, or an empty text.</param>
    public void Add(Facet facet, string spelling, int documents, int talks, int day, string place)
    {
        var key = facet.KeyOf(spelling);
        if (!values[facet.Number].TryGetValue(key, out var value))
            values[facet.Number][key] = value = new NamedValue(key);
        value.Add(spelling, documents, talks, day, place);
    }

    /// <summary>Returns the values of a facet, in any order.</summary>
    public IReadOnlyCollection<NamedValue> Of(Facet facet) => values[facet.Number].Values;

    /// <summary>Returns the displayed spelling of a key; the key itself when it is unknown.</summary>
    public string NameOf(Facet facet, string key) => values[facet.Number].TryGetValue(key, out var value) ? value.Name : key;
}

/// <summary>A value of a facet.</summary>
/// <param name="key">The key that all spellings share.</param>
internal sealed class NamedValue(string key)
{
    private readonly SortedDictionary<string, int> spellings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>The key that all spellings share.</summary>
    public string Key { get; } = key;

    /// <summary>Number of documents.</summary>
    public int Documents { get; private set; }

    /// <summary>Number of documents that are talks.</summary>
    public int Talks { get; private set; }

    /// <summary>First and last day of its documents; <see langword="null"/> when none is dated.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; private set; }

    /// <summary>First and last day of its talks; <see langword="null"/> when none is dated.</summary>
    public (DateOnly First, DateOnly Last)? TalkDays { get; private set; }

    /// <summary>The place that most documents name, the first in ordinal order among equally frequent ones; <see langword="null"/> when
    /// none does.</summary>
    public string? Place => places.Count == 0 ? null : places.MaxBy(place => place.Value).Key;

    /// <summary>The most frequent spelling; the first in ordinal order among equally frequent ones.</summary>
    public string Name => spellings.MaxBy(spelling => spelling.Value).Key;

    /// <summary>Adds documents with one spelling.</summary>
    public void Add(string spelling, int documents, int talks, int day, string place)
    {
        spellings[spelling] = spellings.GetValueOrDefault(spelling) + documents;
        (Documents, Talks) = (Documents + documents, Talks + talks);
        if (place.Length > 0)
            places[place] = places.GetValueOrDefault(place) + documents;
        if (day == 0)
            return;
        Days = With(Days, DateOnly.FromDayNumber(day));
        if (talks > 0)
            TalkDays = With(TalkDays, DateOnly.FromDayNumber(day));
    }

    private static (DateOnly First, DateOnly Last) With((DateOnly First, DateOnly Last)? days, DateOnly day) =>
        days is not var (first, last) ? (day, day) : (first < day ? first : day, last > day ? last : day);
}
