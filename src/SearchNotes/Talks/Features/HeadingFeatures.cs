using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Features;

/// <summary>A heading as its features look at it.</summary>
/// <param name="Post">Its post.</param>
/// <param name="Candidate">What its words say.</param>
internal sealed record HeadingView(PostView Post, Candidate Candidate)
{
    /// <summary>The heading.</summary>
    internal OutlineHeading Heading => Candidate.Heading;

    /// <summary>What its words say.</summary>
    internal TextOdds Words { get; } = Post.Odds.Of(WordPlace.Heading, Candidate.Text);

    /// <summary>What its words say of what is below it.</summary>
    internal TextOdds Group { get; } = Post.Odds.Of(WordPlace.Group, Candidate.Heading.Text);

    /// <summary>Index behind the last block that stands directly under it.</summary>
    internal int OwnEnd => Post.Outline.OwnEnd(Heading);

    /// <summary>The first block under it; <see langword="null"/> where a heading or nothing follows.</summary>
    internal Block? First => Heading.BlockIndex + 1 < OwnEnd ? Post.Outline.Blocks[Heading.BlockIndex + 1] : null;
}

/// <summary>What can be said of a heading: by itself, by its siblings, its parent, its level and its post.</summary>
internal static class HeadingFeatures
{
    /// <summary>What can be said of it by itself; the first ones are also told of its siblings, see <see cref="OfOthers"/>.</summary>
    internal static readonly Feature<HeadingView>[] Own =
    [
        new("words", h => HeadingWords.Count(h.Candidate.Text)),
        new("words of talks", h => h.Words.Mean),
        new("names a person beside a topic", h => Shape(h, r => r.Shape != HeadingShape.Speaker)),
        new("a speaker below", h => h.Candidate.Mark is { } mark ? (int)mark.Kind + 1 : 0),
        new("notes", h => Math.Log(1 + h.Post.Candidates.Words(h.Heading.BlockIndex + 1, h.OwnEnd))),
        new("role", h => Role(h.Candidate.Role)),
        new("is a person", h => Shape(h, r => r.Shape == HeadingShape.Speaker)),
        new("slides or video below", h => h.Candidate.HasMaterials ? 1 : 0),
        new("best word", h => h.Words.Best),
        new("worst word", h => h.Words.Worst),
        new("its words, those above and below", h => h.Post.Odds.OfTexts(PostView.TextsOf(h.Candidate, h.Post.Outline))),

        new("words of all", h => h.Words.Sum),
        new("words of groups", h => h.Group.Mean),
        new("best word of groups", h => h.Group.Best),
        new("a doubtful person beside a topic",
            h => Shape(h,
                r => r.Shape is not (HeadingShape.Speaker or HeadingShape.ColonTopic or HeadingShape.TopicColon or HeadingShape.TopicComma)
                && !r.IsSoft)),
        new("how it was read", h => h.Candidate.Chosen is { } chosen ? Weights.Of(chosen.Shape, chosen.Confidence) : 0),
        new("likeness of the speaker below", h => h.Candidate.Mark is { } mark ? (int)mark.Confidence : -1),
        new("level", h => h.Heading.Level),
        new("headings above it", h => Depth(h.Heading)),
        new("children", h => h.Heading.Children.Count),
        new("place among the headings", h => h.Heading.Index / (double)h.Post.Outline.Headings.Count),
        new("index among the headings", h => h.Heading.Index),
        new("headings behind it", h => h.Post.Outline.Headings.Count - h.Heading.Index - 1),
        new("is in a counted row", h => h.Candidate.Prefix.Length > 0 ? (h.Candidate.Prefix.AsSpan().IndexOfAny(':', 'h') > 0 ? 2 : 1) : 0),
        new("names an event", h => EventPost.IsEventTitle(h.Candidate.Text) ? 1 : 0),
        new("share of the notes that is links", h => Linked(h)),
        new("begins with what", h => h.First is not { } first
            ? 0 : first.Kind == BlockKind.Code ? 1 : first.ListDepth > 0 ? 2 : first.InQuote ? 3 : 4),
        new("words of the first block", h => h.First is { Kind: BlockKind.Text } first
            ? h.Post.Odds.Of(WordPlace.Lead, PostView.LeadText(first)).Sum : 0),
        new("a session of its kind", h => Kinds.OfHeading(h.Heading.Text) == TalkKind.Talk ? 0 : 1),
    ];

    /// <summary>So many of <see cref="Own"/> are also told of the others of its group and level, on average.</summary>
    private const int OfOthers = 11;

    /// <summary>So many are told of its parent, and of its children on average.</summary>
    private const int OfFamily = 6;

    private static readonly int WordsOfGroups = Array.FindIndex(Own, f => f.Name == "words of groups");

    /// <summary>The names of the features, in the order of the model.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        .. Own.Select(f => f.Name),
        .. Own.Take(OfOthers).Select(f => $"siblings: {f.Name}"), .. Own.Take(OfOthers).Select(f => $"level: {f.Name}"),
        .. Own.Take(OfFamily).Select(f => $"parent: {f.Name}"), .. Own.Take(OfFamily).Select(f => $"children: {f.Name}"),
        "siblings", "headings of its level", "parent: words of groups", "the level above has fewer",
        .. PostFeatures.All.Take(PostFeatures.Shared).Select(f => $"post: {f.Name}"),
    ];

    /// <summary>The features of all headings of a post.</summary>
    internal static float[][] Of(PostView post, float[] ofPost)
    {
        var own = post.Candidates.Headings.Select(c => new HeadingView(post, c))
            .Select(view => Own.Select(f => (float)f.Value(view)).ToArray()).ToArray();
        var headings = post.Outline.Headings;
        var siblings =
            new GroupMeans(own, [.. headings.Select(h => h.Parent is { } parent ? (parent.Index * 8) + h.Level : -h.Level)], OfOthers);
        var level = new GroupMeans(own, [.. headings.Select(h => h.Level)], OfOthers);
        var children = new GroupMeans(own, [.. headings.Select(h => h.Parent?.Index ?? -1)], OfFamily);
        return [.. headings.Select((h, i) => (float[])
        [
            .. own[i], .. siblings.Others(i), .. level.Others(i),
            .. h.Parent is { } parent ? own[parent.Index].AsSpan(0, OfFamily) : new float[OfFamily], .. children.Of(i),
            siblings.Count(i), level.Count(i), h.Parent is { } above ? own[above.Index][WordsOfGroups] : 0, Fewer(level, h),
            .. ofPost.AsSpan(0, PostFeatures.Shared),
        ])];
    }

    private static float Fewer(GroupMeans level, OutlineHeading heading) =>
        heading.Parent is { } parent && level.Count(parent.Index) < level.Count(heading.Index) ? 1 : 0;

    private static double Shape(HeadingView heading, Func<HeadingReading, bool> counts)
    {
        var best = NameConfidence.None;
        foreach (var reading in heading.Candidate.Readings)
            best = counts(reading) && reading.Confidence > best ? reading.Confidence : best;

        // What only its siblings showed is none of its own readings.
        return heading.Candidate.Chosen is { } chosen && counts(chosen) && chosen.Confidence > best ? (int)chosen.Confidence : (int)best;
    }

    // In an order that a threshold can cut: what is never a talk first.
    private static double Role(HeadingRole role) => role switch
    {
        HeadingRole.Empty => 0,
        HeadingRole.Questions => 1,
        HeadingRole.Ending => 2,
        HeadingRole.Section => 3,
        HeadingRole.Subtitle => 4,
        HeadingRole.Group => 5,
        _ => 6,
    };

    private static int Depth(OutlineHeading heading)
    {
        var depth = 0;
        for (var at = heading.Parent; at is not null; at = at.Parent)
            depth++;
        return depth;
    }

    private static double Linked(HeadingView heading)
    {
        int linked = 0, all = 1;
        for (var i = heading.Heading.BlockIndex + 1; i < heading.OwnEnd; i++)
        {
            linked += heading.Post.Outline.Blocks[i].Linked;
            all += heading.Post.Outline.Blocks[i].Text.Length;
        }

        return linked / (double)all;
    }
}
