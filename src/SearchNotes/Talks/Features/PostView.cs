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
        Title = odds.Of(WordPlace.Title, Post.Title);
        Path = odds.Of(WordPlace.Path, Post.Path);
        Body = BodyOdds(BodyOf(Outline));
        Opening = Outline.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Text) is { } first
            ? odds.Of(WordPlace.Lead, LeadText(first)) : default;
    }

    /// <summary>What could begin a talk in it.</summary>
    internal PostCandidates Candidates { get; }

    /// <summary>The learned words.</summary>
    internal WordOdds Odds { get; }

    /// <summary>How many headings stand below no other.</summary>
    internal int TopHeadings { get; }

    /// <summary>What the words of its title say.</summary>
    internal TextOdds Title { get; }

    /// <summary>What the words of its path say.</summary>
    internal TextOdds Path { get; }

    /// <summary>What the different words of its text say.</summary>
    internal TextOdds Body { get; }

    /// <summary>What the words say that it begins with.</summary>
    internal TextOdds Opening { get; }

    /// <summary>Its blocks and headings.</summary>
    internal Outline Outline => Candidates.Outline;

    /// <summary>The post.</summary>
    internal Post Post => Outline.Post;

    /// <summary>The beginning of a block, whose words tell what it is.</summary>
    internal static string LeadText(Block block) => block.Text.Length > LongestLead ? block.Text[..LongestLead] : block.Text;

    /// <summary>The beginning of the text, as long as it is read for its words.</summary>
    internal static string BodyOf(Outline outline)
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

    private const int LongestLead = 160;

    private const int LongestBody = 20_000;

    // Each word counts once, and long posts no more than short ones.
    private TextOdds BodyOdds(string body)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        double sum = 0, square = 0;
        foreach (var token in Tokens.In(body))
        {
            if (Odds.Of(WordPlace.Body, token) is not 0 and var odds && lookup.Add(token))
            {
                sum += odds;
                square += Math.Max(0, odds) * odds;
            }
        }

        return new TextOdds(0, square / Math.Sqrt(10 + seen.Count), 0, sum / Math.Sqrt(10 + seen.Count));
    }
}
