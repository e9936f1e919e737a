namespace SearchNotes.Talks.Readings;

/// <summary>Reads topic and speakers from the name of a file.</summary>
internal static class FileTitle
{
    /// <summary>The title without day and number: <c>Lca2010 tue 9 parallelism in mercury</c> → Parallelism in mercury.</summary>
    internal static string WithoutCounting(string title)
    {
        var words = title.Split(' ');
        var topic =
            words.SkipWhile(w => w.Any(char.IsAsciiDigit)
                || w.ToLowerInvariant() is "mon" or "tue" or "wed" or "thu" or "thur" or "fri" or "sat" or "sun" or "day").ToArray();
        return topic.Length is 0 || topic.Length == words.Length
            ? title : char.ToUpperInvariant(topic[0][0]) + string.Join(' ', topic)[1..];
    }

    /// <summary>Whether a title only numbers a talk: <c>20180503_talk_2</c>, <c>Keynote1</c>. <c>Talks</c> stands for several.</summary>
    internal static bool IsCounter(string title)
    {
        var words = title.ToLowerInvariant().Split([' ', '_', '-', '.', .. "0123456789"], StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var word] || !title.Any(char.IsAsciiDigit))
            return false;
        return word is "talk" or "keynote" or "session" or "presentation" or "vortrag" or "conférence" or "charla"
            || CountsEvent(title, word);
    }

    /// <summary>The speakers of the keynote that a file is named after: <c>8-david-cohen-keynote</c>; empty without such a name.</summary>
    internal static IReadOnlyList<SpeakerName> KeynoteSpeakers(string words, Vocabulary vocabulary)
    {
        var name = TopicPrefix.Split(words).Topic;
        var last = name.LastIndexOf(' ');
        if (last < 1 || !Words.KeynoteWords.Has(name.AsSpan(last + 1)))
            return [];
        var names = SpeakerNames.Read(name[..last].TrimStart([.. "0123456789 "]), vocabulary);
        return SpeakerNames.Weakest(names) >= NameConfidence.Strong ? names : [];
    }

    /// <summary>The speakers in the name of a file beside the title: <c>here-be-dragons_graham-daniels</c> for "Here Be Dragons -- The
    /// Monolith"; empty without speakers.</summary>
    internal static IReadOnlyList<SpeakerName> SpeakersBesideTitle(string name, string topic, Vocabulary vocabulary)
    {
        var parts = name.Split(name.Contains('_', StringComparison.Ordinal) && name.Contains('-', StringComparison.Ordinal) ? '_' : '~');
        if (parts.Length != 2)
            return [];
        var title = HeadingWords.Normalise(topic);
        foreach (var (part, other) in new[] { (parts[1], parts[0]), (parts[0], parts[1]) })
        {
            var words = part.Split('-', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 2 or 3 && title.StartsWith(other.Replace('-', ' '), StringComparison.OrdinalIgnoreCase))
            {
                return SpeakerNames.Read(string.Join(' ', words.Select(w => char.ToUpperInvariant(w[0]) + w[1..])), vocabulary) is var read
                    && SpeakerNames.Weakest(read) >= NameConfidence.Strong ? read : [];
            }
        }

        return [];
    }

    // "20170329_kubeCon_1.2.3", but not "KubeCon 2017"
    private static bool CountsEvent(string title, string word)
    {
        var count = title[(title.IndexOf(word, StringComparison.OrdinalIgnoreCase) + word.Length)..].Trim(' ', '_', '-');
        var isNumber = count.Length is > 0 and <= 6 && count.All(c => char.IsAsciiDigit(c) || c == '.') && !EventNames.HasOrYear(count);
        return isNumber && char.IsAsciiDigit(title[0]) && EventNames.Has(word);
    }
}
