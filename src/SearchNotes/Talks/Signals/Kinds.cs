namespace SearchNotes.Talks.Signals;

/// <summary>Reads what kind of session a talk is from its heading, its group and the post's tags.</summary>
internal static class Kinds
{
    /// <summary>The kind that a heading's own words give; <see cref="TalkKind.Talk"/> when they say nothing.</summary>
    internal static TalkKind OfHeading(string heading) => heading switch
    {
        _ when Words.KeynoteWords.HasAnyOf(heading) || HasPart(Words.KeynoteWords, heading) => TalkKind.Keynote,
        _ when Words.PanelWords.HasAnyOf(heading) || HasPart(Words.PanelWords, heading) => TalkKind.Panel,
        _ when Words.WorkshopWords.HasAnyOf(heading) || HasPart(Words.WorkshopWords, heading) => TalkKind.Workshop,
        _ when Words.LightningWords.HasAnyOf(heading) || HasPart(Words.LightningWords, heading) => TalkKind.LightningTalk,
        _ => TalkKind.Talk,
    };

    /// <summary>The kind of a talk below some headings.</summary>
    internal static TalkKind Of(OutlineHeading heading)
    {
        for (var at = heading; at is not null; at = at.Parent)
        {
            if (OfHeading(at.Text) is not TalkKind.Talk and var kind)
                return kind;
        }

        return TalkKind.Talk;
    }

    private static bool HasPart(WordList words, string text) => words.Parts.Any(part => text.Contains(part, StringComparison.Ordinal));
}
