using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Readings;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>A labelled post with its candidates. A target is 1 for a talk, 0 for none, -1 for what a reader may call either.</summary>
internal sealed class Example
{
    private const int OrdinaryUnits = 8;
    private string? original;

    private Example(string set, string repo, PostCandidates candidates)
        : this(set, repo, candidates, new sbyte[candidates.Headings.Count], new sbyte[candidates.Units.Count])
    {
    }

    private Example(string set, string repo, PostCandidates candidates, sbyte[] headings, sbyte[] units)
    {
        (Set, Repo, Candidates) = (set, repo, candidates);
        (Headings, Units) = (headings, units);
    }

    /// <summary>The label set.</summary>
    internal string Set { get; }

    /// <summary>The repository, in lower case.</summary>
    internal string Repo { get; }

    /// <summary>Its path in the repository.</summary>
    internal string Path => Candidates.Outline.Post.Path;

    /// <summary>What could begin a talk.</summary>
    internal PostCandidates Candidates { get; }

    /// <summary>The labels; <see langword="null"/> for a post of a whole blog, of which only is known whether it holds talks.</summary>
    internal LabelledPost? Labels { get; private set; }

    /// <summary>Whether it holds talks.</summary>
    internal sbyte Post { get; private set; }

    /// <summary>Whether it is one talk.</summary>
    internal sbyte Whole { get; private set; }

    /// <summary>Which headings name talks.</summary>
    internal sbyte[] Headings { get; }

    /// <summary>Which units begin talks.</summary>
    internal sbyte[] Units { get; }

    /// <summary>How much it counts as one of the posts about talks of its blog.</summary>
    internal float Share { get; init; } = 1;

    /// <summary>Whether it is read as one of a blog.</summary>
    internal bool IsInBlog { get; set; }

    /// <summary>What copy it is, of those of <see cref="Copies"/>.</summary>
    internal CopyKind CopyKind { get; private init; }

    /// <summary>Whether it is a copy to learn from.</summary>
    internal bool IsCopy => CopyKind != CopyKind.None;

    /// <summary>Whether none of its words is known.</summary>
    internal bool IsBlind => CopyKind == CopyKind.Blind;

    /// <summary>Whether it is a copy that says little of whether posts hold talks: not short enough for words to fail.</summary>
    internal bool IsRewritten => CopyKind > CopyKind.Short;

    /// <summary>What it is called among all examples.</summary>
    internal string Key => $"{Set} {Repo} {original ?? Path}{(IsCopy ? $" {CopyKind}" : "")}";

    /// <summary>Whether it is known where its talks begin.</summary>
    internal bool HasPlaces => Labels is not null || Post == 0;

    /// <summary>Whether a unit is learned from: of posts without labels few are, for they are many and alike.</summary>
    internal bool Teaches(int unit) => Labels is not null || unit % OrdinaryUnits == 0;

    /// <summary>Makes an example of a post with labels.</summary>
    internal static Example? Of(string set, LabelledPost labels, Post post, int sharedFolders = 0)
    {
        if (CandidatesOf(post, sharedFolders) is not { } candidates)
            return null;
        var example = new Example(set, labels.Repo.ToLowerInvariant(), candidates) { Labels = labels };
        var required = labels.Talks.Where(t => !t.Optional).ToList();
        example.Post = (sbyte)(required.Count > 0 ? 1 : labels.Talks.Count > 0 ? -1 : 0);
        foreach (var talk in labels.Talks.OrderByDescending(t => t.Optional))
            example.Mark(talk, (sbyte)(talk.Optional ? -1 : 1));
        if (example.Whole == 0 && !required.Exists(t => t.Form == "whole-post") && labels.Talks.Count == 1 && required.Count == 1
            && candidates.Outline.Blocks.Take(2).Any(b => Math.Abs(b.FirstLine - required[0].Line) <= 2)
            && required[0].EndLine >= candidates.Outline.Blocks[^1].FirstLine - 3)
        {
            // What begins the post is not told apart from the post itself.
            example.Whole = 1;
            Unmark(example.Headings);
            Unmark(example.Units);
        }
        return example;
    }

    /// <summary>Makes an example of a post of a whole blog.</summary>
    internal static Example? Of(string set, string repo, Post post, int sharedFolders, sbyte holdsTalks, float share = 1) =>
        CandidatesOf(post, sharedFolders) is { } candidates
        ? new Example(set, repo.ToLowerInvariant(), candidates)
        {
            Post = holdsTalks,
            Whole = holdsTalks == 0 ? (sbyte)0 : (sbyte)-1,
            Share = share,
        }
        : null;

    /// <summary>The example once more, none of whose words is known.</summary>
    internal Example Copy()
    {
        var copy = new Example(Set, Repo, Candidates) { CopyKind = CopyKind.Blind, Labels = Labels, Post = Post, Whole = Whole, Share = Share };
        Headings.CopyTo(copy.Headings, 0);
        Units.CopyTo(copy.Units, 0);
        return copy;
    }

    /// <summary>A copy of the example with another text.</summary>
    internal Example? Copy(CopyKind kind, Post post, LabelledPost? labels)
    {
        var made = labels is null ? Of(Set, Repo, post, 0, Post) : Of(Set, labels, post);
        return made is null ? null : new Example(Set, Repo, made.Candidates, made.Headings, made.Units)
        {
            CopyKind = kind,
            original = Path,
            Labels = labels,
            Post = made.Post,
            Whole = made.Whole,
            Share = Share,
        };
    }

    private static void Unmark(sbyte[] targets)
    {
        for (var i = 0; i < targets.Length; i++)
            targets[i] = targets[i] == 1 ? (sbyte)-1 : targets[i];
    }

    private static PostCandidates? CandidatesOf(Post post, int sharedFolders)
    {
        var lines = new SearchNotes.Talks.PostLines(post);
        var blocks = MarkdownBlocks.Read(lines.Body, post.BodyLine);
        if (blocks is null or { Count: 0 })
            return null;
        var outline = Outline.Of(post, blocks, sharedFolders);
        return outline.Headings.Count > SearchNotes.Talks.Candidates.Units.Most ? null : PostCandidates.Of(outline);
    }

    private void Mark(LabelledTalk talk, sbyte target)
    {
        if (talk.Form == "whole-post")
        {
            Whole = target;
            if (Candidates.Headings.Count > 0 && Math.Abs(Candidates.Headings[0].Heading.Block.FirstLine - talk.Line) <= 2)
                Headings[0] = -1;
            return;
        }

        var isHeading = talk.Form.StartsWith("heading", StringComparison.Ordinal);
        for (var tolerance = 0; tolerance <= 2; tolerance++)
        {
            if (isHeading
                ? MarkHeading(talk, target, tolerance) || MarkUnit(talk, target, tolerance)
                : MarkUnit(talk, target, tolerance) || MarkHeading(talk, target, tolerance))
            {
                return;
            }
        }

        if (!isHeading
            && Candidates.Units.ToList().FindIndex(u => u.Block.FirstLine <= talk.Line && u.Block.LastLine >= talk.Line) is >= 0
            and var inside)
        {
            Units[inside] = target;
        }
    }

    private bool MarkHeading(LabelledTalk talk, sbyte target, int tolerance)
    {
        for (var i = 0; i < Headings.Length; i++)
        {
            if (Headings[i] == 0 && Math.Abs(Candidates.Headings[i].Heading.Block.FirstLine - talk.Line) == tolerance)
            {
                Headings[i] = target;
                return true;
            }
        }

        return false;
    }

    private bool MarkUnit(LabelledTalk talk, sbyte target, int tolerance)
    {
        for (var i = 0; i < Units.Length; i++)
        {
            if (Units[i] == 0 && Math.Abs(Candidates.Units[i].Block.FirstLine - talk.Line) == tolerance)
            {
                Units[i] = target;
                return true;
            }
        }

        return false;
    }
}
