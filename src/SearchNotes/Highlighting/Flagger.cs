using System.Runtime.InteropServices;

namespace SearchNotes.Highlighting;

/// <summary>Flags what is wanted in a topic, a name or another short text that is shown whole.</summary>
internal static class Flagger
{
    [ThreadStatic]
    private static OccurrenceFinder? finder;

    [ThreadStatic]
    private static List<Occurrence>? occurrences;

    /// <summary>The text in runs: joined, they are the text.</summary>
    public static IReadOnlyList<Run> Runs(string text, HighlightQuery wanted, MatchField field)
    {
        var found = Find(text, wanted, field);
        if (found.Count == 0 && wanted.Fallback is { } wider)
            found = Find(text, wider, field);
        return RunMaker.Make(text, 0, text.Length, CollectionsMarshal.AsSpan(found));
    }

    /// <summary>The words, as bits, that stand in the text.</summary>
    public static ulong Words(string text, HighlightQuery wanted, MatchField field)
    {
        ulong words = 0;
        foreach (var occurrence in Find(text, wanted, field))
            words |= occurrence.Words;
        return words;
    }

    private static List<Occurrence> Find(string text, HighlightQuery wanted, MatchField field)
    {
        var found = occurrences ??= [];
        found.Clear();
        if (!wanted.IsEmpty)
            (finder ??= new()).Find(text, field, [], wanted, found);
        return found;
    }
}
