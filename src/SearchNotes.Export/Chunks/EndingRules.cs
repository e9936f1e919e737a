namespace SearchNotes.Export.Chunks;

/// <summary>The rules by which the stemmers of the posts' languages change the endings of words. The engine uses them to find the forms of
/// a word that does not occur itself: alerts → alert.</summary>
internal static class EndingRules
{
    private const int MinSharedCharacters = 3;
    private const int MaxEnding = 5;
    private const int MinWords = 2;
    private const int MaxRules = 60;

    /// <summary>Returns the rules, most frequent first: ending of the word, a hyphen and ending of its stem, separated by spaces. The first
    /// rule that leads to a known stem is used.</summary>
    public static string Of(IReadOnlyList<(string Stem, string Word)> stems) => string.Join(' ', stems
        .Select(pair => (pair.Stem, pair.Word, Shared: pair.Word.AsSpan().CommonPrefixLength(pair.Stem)))
        .Where(pair => pair.Shared >= MinSharedCharacters && pair.Word.Length - pair.Shared is > 0 and <= MaxEnding)
        .CountBy(pair => $"{pair.Word[pair.Shared..]}-{pair.Stem[pair.Shared..]}")
        .Where(rule => rule.Value >= MinWords)
        .OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Take(MaxRules)
        .Select(rule => rule.Key));
}
