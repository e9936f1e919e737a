namespace SearchNotes.Posts.Keys;

/// <summary>One key of the front matter, before anybody asks what it means.</summary>
/// <param name="Key">The key as written; of a key inside another, both with a dot between them.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">The value; of a list, its items with commas.</param>
/// <param name="Items">The items of a list; <see langword="null"/> for a single value.</param>
internal sealed record FrontMatterEntry(string Key, int Line, string Text, IReadOnlyList<string>? Items = null);

/// <summary>Collects entries while a parser goes through lists and nested keys.</summary>
internal sealed class FrontMatterEntries
{
    private readonly List<FrontMatterEntry> entries = [];

    /// <summary>How many there are so far; to be given to <see cref="CloseList"/> and <see cref="CloseNested"/>.</summary>
    internal int Count => entries.Count;

    /// <summary>All of them, in the order of the file.</summary>
    internal IReadOnlyList<FrontMatterEntry> All => entries;

    /// <summary>Adds a single value.</summary>
    internal void Add(string key, int line, string text) => entries.Add(new FrontMatterEntry(key, line, text));

    /// <summary>Makes one entry of everything that the items of a list added. Of items that hold keys, only the names stay.</summary>
    /// <param name="key">The key of the list.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="first">How many entries there were before the list.</param>
    /// <param name="keepsItems">Whether the keys of items stay besides.</param>
    internal void CloseList(string key, int line, int first, bool keepsItems = false)
    {
        var added = entries[first..];
        var items = added.Where(e => e.Key == key).SelectMany(e => e.Items ?? [e.Text]).ToList();
        entries.RemoveRange(first, added.Count);
        entries.Add(new FrontMatterEntry(key, line, string.Join(", ", items), items));
        if (keepsItems)
            entries.AddRange(added.Where(e => e.Key != key));
    }

    /// <summary>Gives a key that holds other keys the name among them: "speaker: {name: Jane Doe, company: X}" is read as "speaker: Jane
    /// Doe" too.</summary>
    internal void CloseNested(string key, int first)
    {
        var inside = entries.Skip(first);
        var name = inside.FirstOrDefault(e => e.Key == key + ".name") ?? inside.FirstOrDefault(e => e.Key == key + ".title");
        if (name is not null)
            entries.Add(name with { Key = key });
    }
}
