using System.Runtime.InteropServices;

namespace SearchNotes.Highlighting;

/// <summary>Flags the matches of a query in short texts that are shown whole, such as topics and names. Thread-safe.</summary>
internal static class Highlighter
{
    [ThreadStatic]
    private static OccurrenceFinder? finder;

    [ThreadStatic]
    private static List<Occurrence>? occurrences;

    /// <summary>Splits a text into runs. Joined, they are the text.</summary>
    public static IReadOnlyList<Run> Runs(string text, HighlightQuery query, MatchField field)
    {
        var found = Find(text, query, field);
        if (found.Count == 0 && query.Fallback is { } fallback)
            found = Find(text, fallback, field);
        return RunMaker.Make(text, 0, text.Length, CollectionsMarshal.AsSpan(found));
    }

    /// <summary>Returns the words of the query that occur in a text, as bits.</summary>
    public static ulong Words(string text, HighlightQuery query, MatchField field)
    {
        ulong words = 0;
        foreach (var occurrence in Find(text, query, field))
            words |= occurrence.Words;
        return words;
    }

    private static List<Occurrence> Find(string text, HighlightQuery query, MatchField field)
    {
        var found = occurrences ??= [];
        found.Clear();
        if (!query.IsEmpty)
            (finder ??= new()).Find(text, field, [], query, found);
        return found;
    }
}
