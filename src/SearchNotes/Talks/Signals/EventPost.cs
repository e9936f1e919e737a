using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>Judges whether a post is about talks at all, from its tags, title, folder and words.</summary>
internal static class EventPost
{
    /// <summary>How much speaks for it; see <see cref="Weights.EventPost"/>.</summary>
    internal static double Score(Outline outline)
    {
        var post = outline.Post;
        var score = 0.0;
        score += Math.Min(1, post.FrontMatter.Tags.Count(t => HasEventWord(t)) * 0.75);
        score += HasEventWord(post.Title) ? 1 : 0;
        score += post.FrontMatter.Event is not null ? 1 : 0;
        score += HasEventWord(post.Path) ? 0.75 : 0;
        score += Math.Min(1.5, TalkWordShare(outline) * 100);
        return score - PlanScore(outline);
    }

    private static bool HasEventWord(string text)
    {
        var lower = text.ToLowerInvariant();
        if (Words.EventWords.Contains(lower))
            return true;
        foreach (var word in lower.Split([' ', '/', '-', '_', '.', ',', ':', '(', ')', '#', '"', '\'', '!', '?', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Words.EventWords.Contains(word.TrimEnd("0123456789".ToCharArray())))
                return true;
            if (word[0] >= '\u3040' && Words.EventWords.Any(e => e[0] >= '\u3040' && word.Contains(e, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private static double TalkWordShare(Outline outline)
    {
        var words = 0;
        var hits = 0;
        foreach (var block in outline.Blocks)
        {
            if (block.Kind is not (BlockKind.Text or BlockKind.Heading))
                continue;
            words += HeadingWords.Count(block.Text);
            foreach (var word in block.Text.Split([' ', '.', ',', ':', ';', '(', ')', '"', '!', '?', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
                hits += Words.TalkWords.Contains(word.ToLowerInvariant()) ? 1 : 0;
            foreach (var part in Words.TalkParts)
                hits += block.Text.Contains(part, StringComparison.Ordinal) ? 1 : 0;
        }

        return words == 0 ? 0 : (double)hits / Math.Max(words, 60);
    }

    /// <summary>How much the post announces talks instead of telling of them.</summary>
    internal static double PlanScore(Outline outline)
    {
        var score = 0.0;
        foreach (var block in outline.Blocks)
        {
            if (block.Kind != BlockKind.Text)
                continue;
            foreach (var word in Words.PlanWords)
                score += block.Text.Contains(word, StringComparison.OrdinalIgnoreCase) ? 0.5 : 0;
        }

        return Math.Min(2, score);
    }
}
