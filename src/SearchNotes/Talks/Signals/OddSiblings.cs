namespace SearchNotes.Talks.Signals;

/// <summary>Tells the headings that are on the talks' level, or near it, and name none.</summary>
internal static class OddSiblings
{
    /// <summary>Whether a heading alone among its siblings has no time or number in front, or no second line, and no speaker either.</summary>
    internal static bool IsOdd(Candidate candidate, IReadOnlyList<Candidate> all)
    {
        if (candidate.Evidence >= 0.3 || Kinds.OfHeading(candidate.Heading.Text) != TalkKind.Talk)
            return false;
        var marked = all.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == candidate.Heading.Level && c.Evidence >= 0.3).ToList();
        if (IsOutsider(candidate, all) || IsInOtherSection(candidate, all, marked.Count) || IsBesideGroups(candidate, all) || IsUncounted(candidate, all))
            return true;
        return marked.Count >= 3
            && ((candidate.Prefix.Length == 0 && marked.Count(c => c.Prefix.Length > 0) > 0.7 * marked.Count) || (!candidate.HasSubtitle && marked.Count(c => c.HasSubtitle) > 0.7 * marked.Count));
    }

    // Where the headings themselves name the speakers, one that names nobody is about something else: "Chapitre 1 : Il était une fois".
    private static bool IsOutsider(Candidate candidate, IReadOnlyList<Candidate> all)
    {
        // Questions were asked: somebody spoke.
        if (candidate.Heading.Children.Exists(below => HeadingRoles.Of(below) == HeadingRole.Questions))
            return false;
        if (candidate.IsGrouped || candidate.Chosen is not null || HeadingWords.Count(candidate.Text) >= Weights.WordsOfTitle)
            return false;
        var level = all.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == candidate.Heading.Level && c.Heading.Parent == candidate.Heading.Parent).ToList();
        var named = level.Count(c => c.Chosen is { Shape: not HeadingShape.Speaker, Likeness: >= Likeness.Good } || c.IsShapeOfSiblings);
        if (named >= 3 && named >= 0.75 * level.Count)
            return true;
        var peers = all.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == candidate.Heading.Level).ToList();
        return candidate.Mark is null && peers.Count(Siblings.HasLine) is >= 5 and var marked && marked >= 0.9 * peers.Count;
    }

    // "### Photos" with its parts, beside "### The talks" where nearly each part names a speaker or leads to slides.
    private static bool IsInOtherSection(Candidate candidate, IReadOnlyList<Candidate> all, int marked)
    {
        if (marked < 3 || candidate.IsGrouped || candidate.Heading.Parent is not { } section)
            return false;
        var level = all.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == candidate.Heading.Level).ToList();
        var elsewhere = level.Where(c => c.Heading.Parent != section).ToList();
        return marked >= 0.8 * elsewhere.Count && level.Count - elsewhere.Count >= 2 && level.TrueForAll(c => c.Heading.Parent != section || c.Evidence < 0.3);
    }

    // A plain title in another section, where nearly all of its level stand below groups such as "Sessions".
    private static bool IsBesideGroups(Candidate candidate, IReadOnlyList<Candidate> all)
    {
        if (candidate.IsGrouped || candidate.Heading.Parent is null || candidate.Evidence > 0)
            return false;
        var level = all.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == candidate.Heading.Level).ToList();
        return level.Count(c => c.IsGrouped) is >= 3 and var grouped && grouped >= 0.7 * level.Count;
    }

    // "### Key takeaways" beside "### Talk 1: …" to "### Talk 3: …"
    private static bool IsUncounted(Candidate candidate, IReadOnlyList<Candidate> all)
        => !IsCountedTalk(candidate) && all.Count(c => c.Role == HeadingRole.Open && c.Heading.Parent == candidate.Heading.Parent && IsCountedTalk(c)) >= 3;

    private static bool IsCountedTalk(Candidate candidate)
        => candidate.Prefix.Any(char.IsAsciiDigit) && candidate.Prefix.Any(char.IsLetter) && Words.TalkWords.HasAnyOf(candidate.Prefix);
}
