namespace SearchNotes.Talks.Features;

/// <summary>Where a word stands.</summary>
internal enum WordPlace
{
    /// <summary>In a heading: of a talk against any other.</summary>
    Heading,

    /// <summary>In a heading right above talks, against any other.</summary>
    Group,

    /// <summary>At the beginning of a paragraph or item: of a talk against any other.</summary>
    Lead,

    /// <summary>In a title: of a post with talks against one without. The same for those below.</summary>
    Title,

    /// <summary>In a tag.</summary>
    Tag,

    /// <summary>In the path.</summary>
    Path,

    /// <summary>In the text.</summary>
    Body,
}

/// <summary>How much likelier a word is in talks than elsewhere, as log odds: learned, each repository counted once.</summary>
internal abstract class WordOdds
{
    /// <summary>The log odds of a word; 0 for one that is not known.</summary>
    internal abstract double Of(WordPlace place, ReadOnlySpan<char> word);

    /// <summary>What the words of a text say together.</summary>
    internal TextOdds Of(WordPlace place, string text)
    {
        double sum = 0, best = 0, worst = 0;
        var known = 0;
        foreach (var token in Tokens.In(text))
        {
            var odds = Of(place, token);
            if (odds == 0)
                continue;
            known++;
            sum += odds;
            best = Math.Max(best, odds);
            worst = Math.Min(worst, odds);
        }

        return new TextOdds(known == 0 ? 0 : sum / known, best, worst, sum);
    }
}

/// <summary>The log odds of a text's words.</summary>
/// <param name="Mean">The mean of those known.</param>
/// <param name="Best">The highest, at least 0.</param>
/// <param name="Worst">The lowest, at most 0.</param>
/// <param name="Sum">All together.</param>
internal readonly record struct TextOdds(double Mean, double Best, double Worst, double Sum);
