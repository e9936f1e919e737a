using System.Collections.Frozen;
using System.Globalization;

namespace SearchNotes.Posts.Events;

/// <summary>The aliases file of a corpus for events (<c>events.yaml</c>): short and other names, each of which stands for the event in any
/// year.</summary>
/// <remarks>A list of events: <c>- name: linux.conf.au</c>, <c>aliases: [LCA, Linux Conference Australia]</c>.</remarks>
internal sealed class EventAliases
{
    private readonly FrozenDictionary<string, string> names;

    private EventAliases(IReadOnlyList<AliasEntry> entries, IReadOnlyList<Warning> warnings)
    {
        (Entries, Warnings) = (entries, warnings);
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var alias in entry.Aliases)
                byKey.TryAdd(Slug.Make(alias), entry.Name);
        }

        byKey.Remove("");
        names = byKey.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The events with their other names.</summary>
    public IReadOnlyList<AliasEntry> Entries { get; }

    /// <summary>Warnings about the file, in order of lines.</summary>
    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>Reads the file.</summary>
    public static EventAliases Read(UntrustedBytes file)
    {
        var (entries, warnings) = AliasesFile.Events.Read(file);
        return new EventAliases(entries, warnings);
    }

    /// <summary>Returns the name of an event, with the year that was written: "LCA 2014" → linux.conf.au 2014.</summary>
    public string? NameOf(string? written)
    {
        if (written is null || names.Count == 0)
            return written;
        var slug = Slug.Make(written);
        if (names.TryGetValue(slug, out var name))
            return name;
        return EventSeries.YearIn(slug) is { } year && names.TryGetValue(EventSeries.Of(slug), out name)
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {year}") : written;
    }
}
