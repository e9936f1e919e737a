using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Features;

/// <summary>A paragraph or item as its features look at it.</summary>
/// <param name="Post">Its post.</param>
/// <param name="Unit">What was read of it.</param>
/// <param name="Index">Its index among the units.</param>
internal sealed record UnitView(PostView Post, Unit Unit, int Index)
{
    /// <summary>What the words say that it begins with.</summary>
    internal TextOdds Words { get; } = Post.Odds.Of(WordPlace.Lead, PostView.LeadText(Unit.Block));

    /// <summary>Its text.</summary>
    internal string Text => Unit.Block.Text;

    /// <summary>The paragraph that introduces its list.</summary>
    internal string Introduction { get; } = PostView.IntroductionOf(Unit, Post.Outline);

    /// <summary>The unit before it; <see langword="null"/> at the beginning.</summary>
    internal Unit? Before => Index > 0 ? Post.Candidates.Units[Index - 1] : null;

    /// <summary>The heading above it.</summary>
    internal Candidate? Heading => Unit.Heading >= 0 ? Post.Candidates.Headings[Unit.Heading] : null;
}

/// <summary>What can be said of a paragraph or item: by itself, by its siblings, the heading above and its post.</summary>
internal static class UnitFeatures
{
    /// <summary>What can be said of it by itself; the first ones are also told of its siblings.</summary>
    internal static readonly Feature<UnitView>[] Own =
    [
        new("opens as a talk", u => u.Unit.Lead?.Weight ?? 0),
        new("speakers where it opens", u => u.Unit.Lead?.Names.Count ?? 0),
        new("words of talks", u => u.Words.Sum),
        new("length", u => Math.Log(1 + HeadingWords.Count(u.Text))),
        new("names in it", u => u.Unit.Names),
        new("a sentence says who spoke", u => u.Unit.Said is { } said ? (int)said.Kind + 1 : 0),
        new("first line reads as topic and speaker", u => u.Unit.Line is { } line ? Weights.Of(line.Shape, line.Confidence) : 0),
        new("share that is a link", u => u.Unit.Block.Linked / (1.0 + u.Text.Length)),
        new("begins marked", u => Marked(u.Unit.Block)),
        new("text below it", u => Math.Log(1 + u.Post.Candidates.Words(u.Unit.BlockIndex + 1, u.Unit.End))),
        new("words about talks", u => Mentions(u.Text)),
        new("names not named before", u => u.Unit.NewNames),
        new("its words, those above and of the introduction", u => u.Post.Odds.OfTexts(PostView.TextsOf(u.Unit, u.Post.Outline))),

        new("all its words", u => u.Post.Odds.Of(WordPlace.Lead, u.Text).Mean),
        new("kind", u => (int)u.Unit.Kind),
        new("depth", u => u.Unit.Block.ListDepth),
        new("best word", u => u.Words.Best),
        new("worst word", u => u.Words.Worst),
        new("words on average", u => u.Words.Mean),
        new("where the first name stands", u => u.Unit.FirstName),
        new("topic where it opens", u => u.Unit.Lead is { } lead ? HeadingWords.Count(lead.Topic) : 0),
        new("likeness of the names", u => u.Unit.Lead is { Names.Count: > 0 } lead ? (int)SpeakerNames.Weakest(lead.Names) : -1),
        new("a quoted title", u => Quote(u.Text)),
        new("lines", u => u.Unit.Block.Spans.Count(s => s.Kind is SpanKind.Break or SpanKind.HardBreak)),
        new("begins with a number", u => TopicPrefix.Split(u.Text.Length > 60 ? u.Text[..60] : u.Text).Prefix.Any(char.IsLetterOrDigit)
            ? 1 : 0),
        new("before it: length", u => u.Before is { } before ? Math.Log(1 + HeadingWords.Count(before.Block.Text)) : 0),
        new("place in the post", u => u.Unit.BlockIndex / (double)u.Post.Outline.Blocks.Count),

        new("heading: role", u => u.Heading is null ? -1 : (int)u.Heading.Role),
        new("heading: words of groups", u => u.Heading is null ? 0 : u.Post.Odds.Of(WordPlace.Group, u.Heading.Heading.Text).Sum),
        new("heading: words of talks", u => u.Heading is null ? 0 : u.Post.Odds.Of(WordPlace.Heading, u.Heading.Text).Sum),
        new("heading: names a person", u => u.Heading is null ? 0 : Math.Min(1.5, u.Heading.Evidence)),
        new("heading: words", u => u.Heading is null ? 0 : HeadingWords.Count(u.Heading.Text)),
        new("heading: level", u => u.Heading?.Heading.Level ?? 0),
        new("heading: siblings", u => u.Heading is null ? 0 : u.Heading.Heading.Parent?.Children.Count ?? u.Post.TopHeadings),
        new("introduction: words about talks", u => Mentions(u.Introduction)),
        new("headings above: words of groups", u => Above(u)),
        new("below an item: opens as a talk", u => u.Unit.Holder < 0 ? -1 : u.Post.Candidates.Units[u.Unit.Holder].Lead?.Weight ?? 0),
    ];

    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("\"“「『《«");

    private const int OfOthers = 13;

    /// <summary>The names of the features, in the order of the model.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        .. Own.Select(f => f.Name),
        .. Own.Take(OfOthers).Select(f => $"siblings: {f.Name}"), .. Own.Take(OfOthers).Select(f => $"of its kind: {f.Name}"),
        "siblings", "others of its kind", "place among the siblings",
        .. PostFeatures.All.Take(PostFeatures.Shared).Select(f => $"post: {f.Name}"),
    ];

    /// <summary>The features of all units of a post.</summary>
    internal static float[][] Of(PostView post, float[] ofPost)
    {
        var units = post.Candidates.Units;
        var own = units.Select((u, i) => new UnitView(post, u, i)).Select(view => Own.Select(f => (float)f.Value(view)).ToArray())
            .ToArray();
        var siblings = new GroupMeans(own, [.. units.Select(u => u.Group)], OfOthers);
        var kind = new GroupMeans(own, [.. units.Select(u => ((int)u.Kind * 100) + Math.Min(99, u.Block.ListDepth))], OfOthers);
        var seen = new Dictionary<int, int>();
        return [.. units.Select((u, i) =>
        {
            var place = seen[u.Group] = seen.GetValueOrDefault(u.Group) + 1;
            return (float[])[.. own[i], .. siblings.Others(i), .. kind.Others(i), siblings.Count(i), kind.Count(i), place,
                .. ofPost.AsSpan(0, PostFeatures.Shared)];
        })];
    }

    private static double Marked(Block block)
    {
        foreach (var span in block.Spans)
        {
            if (span.Start > 2)
                break;
            if (span.Kind is SpanKind.Strong or SpanKind.Link or SpanKind.Emphasis && span.Length > 2)
                return span.Kind == SpanKind.Strong ? 3 : span.Kind == SpanKind.Link ? 2 : 1;
        }

        return 0;
    }

    private static double Mentions(string text)
    {
        var count = 0;
        foreach (var range in text.AsSpan().SplitAny(" ,/-:&()_.#*\"'’!?、"))
            count += Words.TalkWords.Has(text.AsSpan(range)) ? 1 : 0;
        foreach (var part in Words.TalkWords.Parts)
            count += text.Contains(part, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    private static double Above(UnitView unit)
    {
        var best = 0.0;
        for (var at = unit.Heading?.Heading.Parent; at is not null; at = at.Parent)
            best = Math.Max(best, unit.Post.Odds.Of(WordPlace.Group, at.Text).Sum);
        return best;
    }

    private static double Quote(string text)
    {
        var open = text.AsSpan(0, Math.Min(text.Length, 200)).IndexOfAny(Quotes);
        return open < 0 ? -1 : open;
    }
}
