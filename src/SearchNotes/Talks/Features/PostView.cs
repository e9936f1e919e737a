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
        Path = odds.OfPost(WordPlace.Path, Post.Path);
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

    /// <summary>What the words of its path say.</summary>
    internal double Path { get; }

    /// <summary>What the words of its text say.</summary>
    internal double Body { get; }

    /// <summary>What the words of its headings say.</summary>
    internal double HeadingWords { get; }

    /// <summary>What the words of its first paragraph say.</summary>
    internal double Opening { get; }

    /// <summary>What all of them say.</summary>
    internal double Words => Odds.Bias + Title + Tags + Path + Body + HeadingWords + Opening;

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
        WordPlace.Path => outline.Post.Path,
        WordPlace.AnyHeading => string.Join('\n', outline.Headings.Take(MostHeadings).Select(h => h.Text)),
        WordPlace.Opening => outline.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Text) is { } first
            ? Beginning(first.Text, LongestOpening) : "",
        _ => BodyOf(outline),
    };

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
    private const int LongestOpening = 2000;
    private const int LongestBody = 20_000;
    private const int MostHeadings = 60;
}
