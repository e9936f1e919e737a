using System.Globalization;
using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>Makes the ids of repeated headings on a page unique, by each engine's own rule.</summary>
internal sealed class HeadingAnchorRepeats(AnchorStyle style)
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>Notes an id that the author gave. Pandoc and Hugo keep clear of it; the others do not look.</summary>
    internal void AddGiven(string id)
    {
        if (style is AnchorStyle.Pandoc or AnchorStyle.Hugo or AnchorStyle.HugoText or AnchorStyle.HugoAscii or AnchorStyle.HugoBlackfriday)
            taken.TryAdd(id, 0);
    }

    /// <summary>The id itself the first time, then with -1, -2 behind it. Redcarpet repeats it.</summary>
    internal string Unique(string id)
    {
        if (style == AnchorStyle.Redcarpet || taken.TryAdd(id, 0))
            return id;

        var (number, unique) = (taken[id], id);
        do
            unique = id + "-" + (++number).ToString(CultureInfo.InvariantCulture);
        while (KeepsClear && taken.ContainsKey(unique));

        taken[id] = number;
        if (KeepsClear)
            taken.TryAdd(unique, 0);
        return unique;
    }

    // Kramdown and Hexo count each text by itself: "Q&A", "Q&A", "Q&A 1" give qa, qa-1, qa-1.
    private bool KeepsClear => style is not (AnchorStyle.Kramdown or AnchorStyle.KramdownGfm or AnchorStyle.Hexo);
}
