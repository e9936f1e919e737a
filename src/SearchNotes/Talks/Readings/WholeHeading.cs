using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads the heading that a post opens with as its one talk.</summary>
internal static class WholeHeading
{
    // Below a title from the front matter, a heading behind more words than these is a section.
    private const int LongestIntroduction = 40;
    private const int MostBlocksAbove = 2;
    private const double LeastEvidence = 0.5;

    /// <summary>Reads "# Title by Speaker" as the only heading of its level, above all text.</summary>
    internal static void ReadTop(WholeReading whole, IReadOnlyList<Candidate> headings)
    {
        if (headings.Count == 0 || !IsTitle(headings[0], headings, whole))
            return;
        var first = headings[0];
        whole.Heading = first;
        var reading = first.Chosen is { Confidence: >= NameConfidence.Strong } chosen
            && !(chosen.Shape == HeadingShape.ColonTopic && first.Mark is { Kind: >= EvidenceKind.Line }) ? chosen : null;
        whole.Topic = reading is { Topic.Length: > 0 } ? reading.Topic : Topics.Clean(first.Text);
        whole.Names = reading?.Names ?? first.Mark?.Names ?? [];
        if (first.Evidence > LeastEvidence)
            whole.Vote(WholePostEvidence.TopHeading, first.Evidence, Reasons.Of(first, 0));
        else if (EventPost.IsAmongNotes(whole.Outline))
            ReadNotes(whole, first, headings);
    }

    private static bool IsTitle(Candidate first, IReadOnlyList<Candidate> headings, WholeReading whole) =>
        first.Role == HeadingRole.Open && !IsSection(first, whole) && IsOnTop(first, headings, whole);

    private static bool IsOnTop(Candidate first, IReadOnlyList<Candidate> headings, WholeReading whole) =>
        !IsRecap(first) && whole.Outline.Opening.Count(b => b.Kind is BlockKind.Text or BlockKind.Code) <= MostBlocksAbove
        && headings.Count(c => c.Role == HeadingRole.Open && c.Heading.Level <= first.Heading.Level) <= 1;

    private static bool IsSection(Candidate first, WholeReading whole) => first.Heading.Level switch
    {
        _ when whole.Post.TitleIsFromFileName => false,
        > 2 => true,
        2 => whole.Outline.Opening.Sum(b => HeadingWords.Count(b.Text)) > LongestIntroduction,
        _ => false,
    };

    private static bool IsRecap(Candidate first) =>
        Words.Recaps.HasAnyOf(first.Text) && EventPost.IsEventTitle(first.Chosen?.Topic ?? first.Text) && first.Heading.Children.Count > 2;

    // "# Talk 2" over "## Tides that turn": the first names nothing.
    private static void ReadNotes(WholeReading whole, Candidate first, IReadOnlyList<Candidate> headings)
    {
        var isCounter = FileTitle.IsCounter(first.Heading.Text);
        if (EventPost.IsEventTitle(first.Heading.Text) && !isCounter)
            return;
        if (isCounter && headings.FirstOrDefault(c => c.Role == HeadingRole.Open && HeadingWords.Count(c.Text) >= 2
            && c.Heading.Level > first.Heading.Level) is { } title)
        {
            whole.Topic = Topics.Clean(title.Text);
        }
        whole.Vote(WholePostEvidence.NotesFolder, 1, "one title above all, in a folder of notes");
    }

    /// <summary>Reads "## Presenter: Ada Muster" as the first line of notes.</summary>
    internal static void ReadLabel(WholeReading whole, IReadOnlyList<Candidate> headings)
    {
        if (headings is not [var first, ..] || !ReferenceEquals(first.Heading.Block, whole.Outline.Blocks[0])
            || SpeakerLabel.Labelled(first.Heading.Block, whole.Outline.Vocabulary) is not
            {
                Kind: EvidenceKind.Label,
                Confidence: >= NameConfidence.Strong
            } mark)
        {
            return;
        }
        (whole.Heading, whole.Names, whole.Topic) = (null, mark.Names, FileTitle.WithoutCounting(Topics.Clean(whole.Post.Title)));
        whole.Vote(WholePostEvidence.Label, 1, "the first line names the speaker");
    }
}
