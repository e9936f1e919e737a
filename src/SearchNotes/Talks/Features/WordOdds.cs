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

    /// <summary>In a title: what it says of whether the post tells of talks. The same for those below.</summary>
    Title,

    /// <summary>In a tag.</summary>
    Tag,

    /// <summary>In the file's name.</summary>
    FileName,

    /// <summary>In the folders of the path: what speaks for talks only. A folder that says nothing is often not part of the path at
    /// all.</summary>
    Folder,

    /// <summary>In the text.</summary>
    Body,

    /// <summary>In any heading.</summary>
    AnyHeading,

    /// <summary>In the first paragraph.</summary>
    Opening,

    /// <summary>In a heading: what it says, with the next two, of whether the heading names a talk.</summary>
    HeadingText,

    /// <summary>In the heading above a heading.</summary>
    HeadingAbove,

    /// <summary>At the beginning of what stands below a heading.</summary>
    HeadingBelow,

    /// <summary>In a paragraph or item: what it says, with the next two, of whether a talk begins with it.</summary>
    UnitText,

    /// <summary>In the heading above a paragraph or item.</summary>
    UnitHeading,

    /// <summary>In the paragraph that introduces a list, of its items.</summary>
    UnitIntroduction,
}

/// <summary>What words say of talks, as log odds. In headings, groups and leads: how much likelier a word is in talks than elsewhere, each
/// repository counted once. In the other places: the weights of a logistic regression over all words of a post, a heading or a
/// unit.</summary>
internal abstract class WordOdds
{
    /// <summary>The log odds of a post of which no word is known.</summary>
    internal abstract double Bias { get; }

    /// <summary>The log odds of a word; 0 for one that is not known.</summary>
    internal abstract double Of(WordPlace place, ReadOnlySpan<char> word);

    /// <summary>What the different words in a place of a post add to the log odds that it tells of talks.</summary>
    internal double OfPost(WordPlace place, string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var sum = 0.0;
        foreach (var token in Tokens.In(text))
        {
            if (lookup.Add(token))
                sum += Of(place, token);
        }

        return sum * Share(place, seen.Count);
    }

    /// <summary>What the words in some places add to the log odds of a heading or unit.</summary>
    internal double OfTexts(IEnumerable<(WordPlace Place, string Text)> texts)
    {
        var all = 0.0;
        foreach (var (place, text) in texts)
        {
            var sum = 0.0;
            var words = 0;
            foreach (var token in Tokens.In(text))
            {
                sum += Of(place, token);
                words++;
            }

            all += sum * Share(place, words);
        }

        return all;
    }

    /// <summary>How much a word counts in a place with so many: a long text says no more than a short one.</summary>
    internal static double Share(WordPlace place, int words) => place switch
    {
        WordPlace.Body => 3.2 / Math.Sqrt(10 + words),
        WordPlace.AnyHeading or WordPlace.Opening or WordPlace.UnitText => 1.5 / Math.Sqrt(10 + words),
        _ => 1 / Math.Sqrt(1 + (0.3 * words)),
    };

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
