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
    public static IReadOnlyList<Run> Runs(string text, Wanted wanted, MatchField field)
    {
        var found = occurrences ??= [];
        found.Clear();
        if (!wanted.IsNothing) (finder ??= new()).Find(text, field, [], wanted, found);
        return RunMaker.Make(text, 0, text.Length, CollectionsMarshal.AsSpan(found));
    }
}
