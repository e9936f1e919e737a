using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Features;

/// <summary>A post as its features look at it.</summary>
internal sealed class PostView
{
    internal PostView(PostCandidates candidates, WordOdds odds)
    {
        Candidates = candidates;
        Odds = odds;
        TopHeadings = Outline.Headings.Count(h => h.Parent is null);
        Title = odds.OfPost(WordPlace.Title, Post.Title);
        Tags = odds.OfPost(WordPlace.Tag, TextOf(WordPlace.Tag, Outline));
        FileName = odds.OfPost(WordPlace.FileName, TextOf(WordPlace.FileName, Outline));
        Folders = odds.OfPost(WordPlace.Folder, TextOf(WordPlace.Folder, Outline));
        Body = odds.OfPost(WordPlace.Body, TextOf(WordPlace.Body, Outline));
        HeadingWords = odds.OfPost(WordPlace.AnyHeading, TextOf(WordPlace.AnyHeading, Outline));
        Opening = odds.OfPost(WordPlace.Opening, TextOf(WordPlace.Opening, Outline));
    }

    /// <summary>What could begin a talk in it.</summary>
    internal PostCandidates Candidates { get; }

    /// <summary>The learned words.</summary>
    internal WordOdds Odds { get; }

    /// <summary>How many headings stand below no other.</summary>
    internal int TopHeadings { get; }

    /// <summary>What the words of its title say.</summary>
    internal double Title { get; }

    /// <summary>What its tags say.</summary>
    internal double Tags { get; }

    /// <summary>What the words of its file's name say.</summary>
    internal double FileName { get; }

    /// <summary>What the words of its folders say.</summary>
    internal double Folders { get; }

    /// <summary>What the words of its text say.</summary>
    internal double Body { get; }

    /// <summary>What the words of its headings say.</summary>
    internal double HeadingWords { get; }

    /// <summary>What the words of its first paragraph say.</summary>
    internal double Opening { get; }

    /// <summary>What all of them say.</summary>
    internal double Words => Odds.Bias + Title + Tags + FileName + Folders + Body + HeadingWords + Opening;

    /// <summary>Its blocks and headings.</summary>
    internal Outline Outline => Candidates.Outline;

    /// <summary>The post.</summary>
    internal Post Post => Outline.Post;

    /// <summary>The beginning of a block, whose words tell what it is.</summary>
    internal static string LeadText(Block block) => Beginning(block.Text, LongestLead);

    /// <summary>The text whose words are looked at in a place of a post.</summary>
    internal static string TextOf(WordPlace place, Outline outline) => place switch
    {
        WordPlace.Title => outline.Post.Title,
        WordPlace.Tag => string.Join(' ', outline.Post.FrontMatter.Tags),
        WordPlace.FileName => Path.GetFileName(outline.Path),
        WordPlace.Folder => Path.GetDirectoryName(outline.Path) ?? "",
        WordPlace.AnyHeading => string.Join('\n', outline.Headings.Take(MostHeadings).Select(h => h.Text)),
        WordPlace.Opening => outline.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Text) is { } first
            ? Beginning(first.Text, LongestOpening) : "",
        _ => BodyOf(outline),
    };

    /// <summary>The texts whose words tell whether a heading names a talk.</summary>
    internal static IEnumerable<(WordPlace Place, string Text)> TextsOf(Candidate candidate, Outline outline)
    {
        var heading = candidate.Heading;
        yield return (WordPlace.HeadingText, candidate.Text);
        yield return (WordPlace.HeadingAbove, heading.Parent?.Text ?? "");
        yield return (WordPlace.HeadingBelow, heading.BlockIndex + 1 < outline.OwnEnd(heading)
            && outline.Blocks[heading.BlockIndex + 1] is { Kind: BlockKind.Text } first ? LeadText(first) : "");
    }

    /// <summary>The texts whose words tell whether a talk begins with a paragraph or item.</summary>
    internal static IEnumerable<(WordPlace Place, string Text)> TextsOf(Unit unit, Outline outline)
    {
        yield return (WordPlace.UnitText, Beginning(unit.Block.Text, LongestUnit));
        yield return (WordPlace.UnitHeading, unit.Heading < 0 ? "" : outline.Headings[unit.Heading].Text);
        yield return (WordPlace.UnitIntroduction, IntroductionOf(unit, outline));
    }

    /// <summary>The paragraph that introduces the list of an item; empty for others.</summary>
    internal static string IntroductionOf(Unit unit, Outline outline) =>
        unit.Introduction < 0 ? "" : Beginning(outline.Blocks[unit.Introduction].Text, LongestUnit);

    private static string BodyOf(Outline outline)
    {
        var body = new System.Text.StringBuilder();
        foreach (var block in outline.Blocks)
        {
            if (block.Kind == BlockKind.Text)
                body.Append(block.Text).Append('\n');
            if (body.Length > LongestBody)
                break;
        }

        return body.ToString();
    }

    private static string Beginning(string text, int longest) => text.Length > longest ? text[..longest] : text;

    private const int LongestLead = 160;
    private const int LongestUnit = 400;
    private const int LongestOpening = 2000;
    private const int LongestBody = 20_000;
    private const int MostHeadings = 60;
}
