namespace SearchNotes.Talks.Readings;

/// <summary>Determines the kind of a talk from its heading, the group above it, the title and the tags of the post, in this
/// order.</summary>
internal static class Kinds
{
    private static readonly char[] PartEnds = [':', '：', '(', ')', '[', ']', '（', '）', '【', '】', '|', '–', '—', '?', '!'];

    private static readonly (TalkKind Kind, WordList Words)[] All =
    [
        (TalkKind.Keynote, Words.KeynoteWords),
        (TalkKind.Panel, Words.PanelWords),
        (TalkKind.Workshop, Words.WorkshopWords),
        (TalkKind.LightningTalk, Words.LightningWords),
        (TalkKind.QAndA, Words.QuestionSessions),
    ];

    /// <summary>The kind that the words of a heading name; <see cref="TalkKind.Talk"/> when they name none.</summary>
    /// <remarks>"Panel: X", "X (Workshop)", "Closing keynote", "Ada's keynote on X"; not "A control panel for tests", "PyTorch
    /// Lightning".</remarks>
    internal static TalkKind OfHeading(string heading)
    {
        // "[Keynote] Tides"
        var text = heading.Replace('[', ' ').Replace(']', ' ');
        foreach (var (kind, words) in All)
        {
            if (words.IsIn(text) && (kind is TalkKind.Keynote or TalkKind.QAndA || NamesKind(heading, words)))
                return kind;
        }

        return TalkKind.Talk;
    }

    /// <summary>The kind of a talk of a post.</summary>
    /// <param name="outline">The post.</param>
    /// <param name="start">The talk.</param>
    /// <param name="isAlone">Whether the post is this one talk, so that title and tags speak of it.</param>
    internal static TalkKind Of(Outline outline, TalkStart start, bool isAlone)
    {
        var heading = start.Heading ?? outline.Headings.LastOrDefault(h => h.Block.FirstLine <= start.FirstLine);
        if (heading is not null && Of(heading) is not TalkKind.Talk and var kind)
            return kind;
        var ofTitle = OfHeading(outline.Post.Title);
        if (isAlone)
            return ofTitle != TalkKind.Talk ? ofTitle : OfTags(outline.Post.FrontMatter.Tags);
        // "Lightning talks at the harbour": all of them are. A title with "keynote" or "panel" in it may speak of one.
        return ofTitle == TalkKind.LightningTalk ? ofTitle : TalkKind.Talk;
    }

    /// <summary>The kind of a talk below some headings.</summary>
    internal static TalkKind Of(OutlineHeading heading)
    {
        for (var at = heading; at is not null; at = at.Parent)
        {
            if (OfHeading(at.Text) is not TalkKind.Talk and var kind)
                return kind;
            if (at != heading && HeadingRoles.Of(at) == HeadingRole.Group && OfWords(at.Text) is not TalkKind.Talk and var ofGroup)
                return ofGroup;
        }

        return TalkKind.Talk;
    }

    // A tag is one word for one thing: "keynote", "lightning-talks", "ライトニングトーク".
    private static TalkKind OfTags(IReadOnlyList<string> tags) =>
        tags.Select(tag => OfWords(tag.Replace('-', ' ').Replace('_', ' '))).FirstOrDefault(kind => kind != TalkKind.Talk);

    private static TalkKind OfWords(string text) => All.FirstOrDefault(pair => pair.Words.IsIn(text)).Kind;

    private static bool NamesKind(string heading, WordList words) =>
        words.Parts.Any(part => heading.Contains(part, StringComparison.Ordinal)) || Parts(heading).Any(part => IsKind(part, words));

    private static string[] Parts(string heading) =>
        heading.Replace(" - ", " – ", StringComparison.Ordinal)
        .Split(PartEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A short part that begins or ends with the word, "Day two workshop", "Panel discussion", or a whole phrase, "lightning talk".
    private static bool IsKind(string part, WordList words)
    {
        var normal = HeadingWords.Normalise(part);
        if (words.Has(normal) || words.HasPhraseOf(normal))
            return true;
        var first = normal.IndexOf(' ', StringComparison.Ordinal);
        if (first < 1 || HeadingWords.Count(normal) > 3 || words == Words.LightningWords)
            return false;
        return words.Has(normal.AsSpan(0, first)) || words.Has(normal.AsSpan(normal.LastIndexOf(' ') + 1));
    }
}
