using System.Globalization;

namespace SearchNotes.Talks.Readings;

/// <summary>Names in lower case at one end of a heading: before "on", in brackets, behind a dash, behind "by".</summary>
/// <param name="Shape">The order and the punctuation of topic and names.</param>
/// <param name="Topic">The heading without the names.</param>
/// <param name="Names">The names, as written.</param>
/// <param name="Detail">The text in brackets behind the names.</param>
internal sealed record LowercaseNames(HeadingShape Shape, string Topic, string Names, string? Detail)
{
    /// <summary>Reads a heading: <c>organizing a test (anthony paul (@anthonydpaul))</c> → anthony paul.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="isStrict">Whether "a on b" counts only with an initial: <c>e. cumberbatch on mach cones</c>.</param>
    internal static LowercaseNames? Of(string text, bool isStrict)
    {
        var on = text.IndexOf(" on ", StringComparison.Ordinal);
        if (on > 1 && AreSpeakers(text[..on], isStrict))
            return new LowercaseNames(HeadingShape.On, text[(on + 4)..], text[..on], null);
        var open = text.EndsWith(')') ? Brackets.Opening(text) : -1;
        if (open > 1 && Read(HeadingShape.Brackets, text[..open], text[(open + 1)..^1]) is { } inBrackets)
            return inBrackets;
        var dash = text.LastIndexOf(" - ", StringComparison.Ordinal);
        if (dash > 1 && Read(HeadingShape.TopicDash, text[..dash], text[(dash + 3)..]) is { } behind)
            return behind;
        var by = text.LastIndexOf(" by ", StringComparison.Ordinal);
        return by > 1 ? Read(HeadingShape.By, text[..by], text[(by + 4)..]) : null;
    }

    /// <summary>The heading read so.</summary>
    internal HeadingReading ToReading() =>
        new(Shape, Topics.Clean(Topic),
            [.. Names.Split(" and ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(n => new SpeakerName(n, Detail, ConfidenceOf(n)))]);

    // What the name would be in capitals: "m. brenckman" as "M. Brenckman", "chambre,p.l." as "Chambre P.L.".
    private static NameConfidence ConfidenceOf(string name)
    {
        var capitals = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace(',', ' '));
        var confidence = NameClassifier.Classify(capitals, Vocabulary.Empty);
        return confidence == NameConfidence.None ? NameConfidence.Weak : confidence;
    }

    private static LowercaseNames? Read(HeadingShape shape, string topic, string tail)
    {
        var open = tail.AsSpan().IndexOfAny("(/@,");
        var names = (open < 0 ? tail : tail[..open]).Trim();
        return AreNames(names) && names.Contains(' ', StringComparison.Ordinal)
            ? new LowercaseNames(shape, topic, names, open < 0 ? null : tail[open..].Trim(' ', '(', ')', '/', ',')) : null;
    }

    private static bool AreSpeakers(string text, bool isStrict) => HasInitial(text) || (!isStrict && AreFullNames(text));

    // "lu ting on jets", "ting-yili on flows"; "note on flows" names nobody.
    private static bool AreFullNames(string text) => text.AsSpan().IndexOfAny(' ', '-') > 0 && AreNames(text);

    private static bool AreNames(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 5 && words.All(w => w == "and" || IsName(w));
    }

    private static bool IsName(string word) =>
        word.Length > 0 && word.All(c => char.IsLetter(c) || c is '.' or ',' or '\'' or '-') && !Words.NotNames.Has(word);

    // "wallace,j. and clarke,j.h."
    private static bool HasInitial(ReadOnlySpan<char> names)
    {
        for (var i = 1; i < names.Length; i++)
        {
            var isSingle = char.IsLetter(names[i - 1]) && (i == 1 || !char.IsLetter(names[i - 2]));
            if (names[i] == '.' && isSingle)
                return true;
        }

        return false;
    }
}
