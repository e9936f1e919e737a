using SearchNotes.Querying.Matching;

namespace SearchNotes.Querying.Scoring;

/// <summary>The field in which a hit contains a word most often.</summary>
/// <param name="Word">The word.</param>
/// <param name="Field">The field; <see langword="null"/> when the hit does not contain the word.</param>
internal readonly record struct WordPlace(QueryWord Word, FieldSet? Field);

/// <summary>Explains a hit in a sentence: "Both words in the topic.", "“celery” in the notes; “Walker” is the speaker."</summary>
internal static class ExplanationText
{
    private const int MaxWords = 8;

    /// <summary>Returns the sentence.</summary>
    /// <param name="places">The words of the query, in order.</param>
    /// <param name="isNear">Whether the hit is near to the query in meaning.</param>
    public static string Of(IReadOnlyList<WordPlace> places, bool isNear = false)
    {
        if (places.Count == 0)
            return "Shown without a query.";
        var said = new List<string>();
        foreach (var group in places.Where(p => p.Field is not null).GroupBy(p => p.Field))
        {
            var isName = group.Key == FieldSet.Speaker;
            var names = group.Count() == places.Count && places.Count > 1 && !isName ? All(places.Count) : Named(group, isName);
            said.Add(isName ? $"{names} is the speaker" : $"{names} {Place(group.Key)}");
        }

        if (isNear)
            said.Add("near in meaning");
        if (places.Any(p => p.Field is null))
            said.Add($"without {Named(places.Where(p => p.Field is null), isName: false)}");
        var sentence = string.Join("; ", said);
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }

    /// <summary>Returns the phrase for a field, such as "in the topic".</summary>
    public static string Place(FieldSet? field) => field switch
    {
        FieldSet.Topic => "in the topic",
        FieldSet.Speaker => "in the speaker's name",
        FieldSet.Heading => "in a heading",
        FieldSet.Code => "in the code",
        FieldSet.Tag => "among the tags",
        FieldSet.Event => "in the event's name",
        FieldSet.Quote => "in a quotation",
        FieldSet.Qa => "in the questions and answers",
        _ => "in the notes",
    };

    private static string All(int count) => count == 2 ? "both words" : $"all {count} words";

    private static string Named(IEnumerable<WordPlace> group, bool isName)
    {
        List<string> names = [.. group.Take(MaxWords).Select(p => p.Field is null ? p.Word.Typed : p.Word.CorrectedTo ?? p.Word.Typed)];
        if (isName)
            return $"“{string.Join(' ', names)}”";
        var quoted = names.ConvertAll(name => $"“{name}”");
        return quoted.Count == 1 ? quoted[0] : $"{string.Join(", ", quoted.SkipLast(1))} and {quoted[^1]}";
    }
}
