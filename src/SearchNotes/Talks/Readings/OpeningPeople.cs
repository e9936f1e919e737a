using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Tells people from other names in the first sentence of a talk's notes, where no verb and no label has to say it.</summary>
internal static class OpeningPeople
{
    /// <summary>The people whom a name and those joined to it stand for; none where it is no person's.</summary>
    /// <param name="block">The paragraph or item.</param>
    /// <param name="runs">The names in it.</param>
    /// <param name="index">Index of the first of the names.</param>
    /// <param name="title">The title of the talk, whose words are nobody's name.</param>
    internal static IReadOnlyList<SpeakerName> Of(Block block, IReadOnlyList<NameSpan> runs, int index, string title)
    {
        if (runs[index].Name.Confidence < NameConfidence.Strong || IsInPicture(block, runs[index].Start))
            return [];
        var people = SpeakerSentence.WithNeighbours(block.Text, runs, index).SelectMany(Apart).ToList();
        return people.TrueForAll(n => IsPerson(n.Name, title)) ? people : [];
    }

    /// <summary>Whether a name inside the sentence can be the speaker's: not behind an article or a preposition, and in a text without
    /// spaces only where an honorific says so.</summary>
    /// <remarks>Refused: "at Quay Labs", "using the Oculus Rift". Kept: "a talk by Ada Muster", "la volta di Ada Muster".</remarks>
    internal static bool MayStandInside(string text, NameSpan run) =>
        !Array.Exists(Words.WordsBeforeThings,
            word => text.AsSpan(0, run.Start).TrimEnd("\"“'‘(").EndsWith(word, StringComparison.OrdinalIgnoreCase))
        && (run.Name.Confidence == NameConfidence.Certain || !text.Any(c => c is >= '\u3040' and <= '\uD7A3'));

    // "Finally Ada Muster", "Talk by Ada Muster", "Ada Muster e Ben Probst", "Ben Probst's".
    private static IEnumerable<SpeakerName> Apart(SpeakerName name)
    {
        var text = name.Name;
        if (text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal))
            text = text[..^2];
        var words = text.Split(' ').ToList();
        while (words.Count > 2 && IsBeforeName(words[0]))
            words.RemoveAt(0);
        var joint = words.FindIndex(w => w is "e" or "y");
        return joint < 0
            ? [name with { Name = string.Join(' ', words) }]
            : [name with { Name = string.Join(' ', words.Take(joint)) }, name with { Name = string.Join(' ', words.Skip(joint + 1)) }];
    }

    private static bool IsBeforeName(string word) => Words.SentenceStarts.Has(word) || Words.NameParticles.Has(word) || IsTalkNoun(word);

    private static bool IsTalkNoun(string word) =>
        Array.Exists(Words.TalkNouns, noun => noun.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsPerson(string name, string title) =>
        name.Length > 2 && !title.Contains(name, StringComparison.OrdinalIgnoreCase) && (name[0] == '@' || name.Split(' ').Select(IsNamePart).All(isPart => isPart));

    // Not "Bradford CVS", "Il C", "Diesen Vortrag"
    private static bool IsNamePart(string word, int index) =>
        word.Length > (index == 0 ? 0 : 1) && !(word.Length > 2 && word.All(char.IsUpper)) && !IsTalkNoun(word);

    private static bool IsInPicture(Block block, int at) =>
        block.Spans.Any(s => s.Kind == SpanKind.Image && s.Start <= at && at < s.End);
}
