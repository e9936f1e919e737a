using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Names the speakers of headings without one: the first name in the paragraphs below that is a link or bold.</summary>
/// <remarks>One such name may be anybody's; a blogger who links a person below most titles links the speakers.</remarks>
internal static class EmphasisedNames
{
    private const int Least = 3;

    /// <summary>Sets the speaker of each talk without one to the emphasised name below it, when most of the talks have such a
    /// name.</summary>
    internal static void Name(IReadOnlyList<Candidate> talks, Outline outline)
    {
        var nameless = talks.Where(c => c.Chosen is null && c.Mark is null or { Kind: < EvidenceKind.Line }).ToList();
        var marks = nameless.Select(c => (Talk: c, Mark: In(outline, c))).Where(m => m.Mark is not null).ToList();
        var people = marks.Select(m => m.Mark!.Names[0].Name).Distinct(StringComparer.Ordinal).Count();
        if (nameless.Count < Least || marks.Count < 0.5 * nameless.Count || people < 0.7 * marks.Count)
            return;
        foreach (var (talk, mark) in marks)
            talk.Mark = mark;
    }

    private static SpeakerEvidence? In(Outline outline, Candidate talk)
    {
        if (outline.Own(talk.Heading).FirstOrDefault(b => b.Kind == BlockKind.Text) is not { } block)
            return null;
        var runs = NameFinder.In(block, outline.Vocabulary);
        var index = runs.ToList().FindIndex(r => r.IsMarked && r.Name.Confidence >= NameConfidence.Strong);
        return index < 0 ? null : new SpeakerEvidence(EvidenceKind.Mention, SpeakerSentence.WithNeighbours(block.Text, runs, index), block);
    }
}
