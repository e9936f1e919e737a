using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Finds the speakers behind the title that opens a paragraph or list item.</summary>
internal static class NamesBehindTitle
{
    /// <summary>The names behind a title: "(Fahrplan) von djb und Tanja Lange: …", "- Name", "(Name)", ", Name".</summary>
    /// <param name="block">The paragraph or item.</param>
    /// <param name="end">Index behind the title.</param>
    /// <param name="vocabulary">The words of the post.</param>
    internal static List<SpeakerName> After(Block block, int end, Vocabulary vocabulary)
    {
        var runs = NameFinder.In(block, vocabulary);
        var found = new List<SpeakerName>();
        foreach (var run in runs)
        {
            if (run.Start < end || run.Start - end > 80)
                continue;
            var between = block.Text[end..run.Start];
            var isOnOwnLine = found.Count == 0 && string.IsNullOrWhiteSpace(between) && IsLineOrStartsOne(block, run);
            var isNext = found.Count > 0 && between.Trim() is "and" or "&" or "et" or "und" or "," or ", and" or "y" or "with";
            // "Titel: Interessante Einblicke in die Arbeit …": behind a colon the text may go on.
            var isText = between.TrimEnd() is [.., ':'] && SpeakerSentence.IsFollowedByVerb(block.Text, run.End)
                && !SpeakerSentence.Follows(block.Text, run.End);
            var isBy = found.Count == 0 && !isText && IsByword(between);
            if (!isNext && !isBy && !isOnOwnLine)
                continue;
            if (run.Name.Confidence < NameConfidence.Strong && !isNext)
                continue;
            found.Add(run.Name);
            end = run.End;
        }

        return found.Count > 0
            ? found : HandlesAfter(block.Text[..BlockLines.Of(block).First(line => line.End >= end).End], end, vocabulary);
    }

    // "[ECCHacks](…) von djb und Tanja Lange: …": behind such a word and before a colon even "djb" is a name.
    private static List<SpeakerName> HandlesAfter(string text, int end, Vocabulary vocabulary)
    {
        var window = text.AsSpan(end, Math.Min(80, text.Length - end)).ToString();
        foreach (var word in Words.ByWords)
        {
            var at = window.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var colon = at < 0 ? -1 : window.IndexOf(':', at);
            if (colon > at && HeadingWords.Count(window[(at + word.Length)..colon]) <= 5)
                return [.. SpeakerNames.Read(window[(at + word.Length)..colon], vocabulary, isLabelled: true)];
        }

        return [];
    }

    private static bool IsLineOrStartsOne(Block block, NameSpan run) =>
        IsLine(block, run.Start, run.End)
        || (StartsLine(block, run.Start) && SpeakerSentence.IsFollowedByVerb(block.Text, run.End));

    private static bool StartsLine(Block block, int start) => BlockLines.Of(block).Any(line => line.Start == start);

    private static bool IsLine(Block block, int start, int end)
    {
        foreach (var (lineStart, lineEnd) in BlockLines.Of(block))
        {
            if (lineStart == start)
                return lineEnd <= end + 1 || block.Text[end] == ',';
        }

        return false;
    }

    private static bool IsByword(string between)
    {
        var text = between.TrimEnd();
        if (text.TrimStart('"', '”', ')') is "-" or "–" or "—" or "," or "(" or "|" or ":" or "/" or " -" or " –" or " —" or " (" or " |"
            or " /")
        {
            return true;
        }
        return Words.ByWords.Any(word => between.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            || (" " + text).EndsWith(" by", StringComparison.OrdinalIgnoreCase);
    }
}
