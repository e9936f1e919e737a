using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>Copies of a post that hold its headings, and a sentence below each.</summary>
internal static class ShortCopy
{
    private const int LeastHeadings = 2;
    private const int LeastCollected = 20;
    private const int MostCollected = 120;

    /// <summary>The headings of the post, as they are.</summary>
    internal static (Post Post, LabelledPost? Labels)? Of(Example example, Post title)
    {
        var outline = example.Candidates.Outline;
        if (outline.Headings.Count < LeastHeadings)
            return null;
        var text = new CopiedText();
        foreach (var heading in outline.Headings)
            Add(text, outline, heading, isRaised: false);
        return (text.Under(outline.Post, title), text.Labels(example.Labels));
    }

    /// <summary>The headings of its talks, or of its commonest level, over and over: a collection of notes. Some have small letters
    /// only.</summary>
    internal static (Post Post, LabelledPost? Labels)? Collected(Example example, Post title)
    {
        var outline = example.Candidates.Outline;
        var headings = ListedCopy.Sections(example);
        if (headings.Count < LeastHeadings)
            return null;
        var hash = Folds.Hash($"{example.Path} {example.Repo}");
        var count = LeastCollected + (int)(hash % (MostCollected - LeastCollected));
        var text = new CopiedText();
        var talks = new List<LabelledTalk>();
        for (var i = 0; i < count; i++)
        {
            var heading = headings[i % headings.Count];
            if (example.Labels is not null && example.Post == 1)
                talks.Add(new LabelledTalk { Title = "", Speakers = [], Form = "heading", Line = text.Line, EndLine = text.Line });
            Add(text, outline, heading, isRaised: true, isSmall: hash % 3 == 0);
        }

        return (text.Under(outline.Post, title), example.Labels is null ? null : example.Labels with { Talks = talks });
    }

    private static void Add(CopiedText text, Outline outline, OutlineHeading heading, bool isRaised, bool isSmall = false)
    {
        var lines = outline.Post.Text.Split('\n');
        if (isRaised)
            text.Add($"# {(isSmall ? heading.Text.ToLowerInvariant() : heading.Text)}".ReplaceLineEndings(" "));
        for (var i = heading.Block.FirstLine; i <= heading.Block.LastLine && !isRaised; i++)
            text.Add(lines[i - 1], i);
        text.Add("");
        if (heading.BlockIndex + 1 < outline.OwnEnd(heading) && outline.Blocks[heading.BlockIndex + 1] is { Kind: BlockKind.Text } first)
        {
            var sentence = CopiedText.Sentence(lines[first.FirstLine - 1]);
            text.Add(isSmall ? sentence.ToLowerInvariant() : sentence);
            text.Add("");
        }
    }
}
