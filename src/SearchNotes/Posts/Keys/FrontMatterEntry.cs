namespace SearchNotes.Posts.Keys;

/// <summary>One key of the front matter, not yet interpreted.</summary>
/// <param name="Key">The key as written; nested keys are joined by dots.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">The value; for a list, its items joined by commas.</param>
/// <param name="Items">The items of a list; <see langword="null"/> for a single value.</param>
internal sealed record FrontMatterEntry(string Key, int Line, string Text, IReadOnlyList<string>? Items = null);

/// <summary>Collects entries while a parser reads lists and nested keys.</summary>
internal sealed class FrontMatterEntries
{
    private readonly List<FrontMatterEntry> entries = [];

    /// <summary>The number of entries so far, to be passed to <see cref="CloseList"/> and <see cref="CloseNested"/>.</summary>
    internal int Count => entries.Count;

    /// <summary>The entries, in file order.</summary>
    internal IReadOnlyList<FrontMatterEntry> All => entries;

    /// <summary>Adds a single value.</summary>
    internal void Add(string key, int line, string text) => entries.Add(new FrontMatterEntry(key, line, text));

    /// <summary>Merges the entries added for the items of a list into one entry. Of items that have keys, only the names are
    /// kept.</summary>
    /// <param name="key">The key of the list.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="first">The value of <see cref="Count"/> before the list.</param>
    /// <param name="keepsItems">Whether the keys of the items are kept as well.</param>
    internal void CloseList(string key, int line, int first, bool keepsItems = false)
    {
        var added = entries[first..];
        var items = added.Where(e => e.Key == key).SelectMany(e => e.Items ?? [e.Text]).ToList();
        entries.RemoveRange(first, added.Count);
        entries.Add(new FrontMatterEntry(key, line, string.Join(", ", items), items));
        if (keepsItems)
            entries.AddRange(added.Where(e => e.Key != key));
    }

    /// <summary>Adds an entry for a key with nested keys, with the nested name as its value: "speaker: {name: Jane Doe, company: X}" is
    /// also read as "speaker: Jane Doe".</summary>
    internal void CloseNested(string key, int first)
    {
        var inside = entries.Skip(first);
        var name = inside.FirstOrDefault(e => e.Key == key + ".name") ?? inside.FirstOrDefault(e => e.Key == key + ".title");
        if (name is not null)
            entries.Add(name with { Key = key });
    }
}
