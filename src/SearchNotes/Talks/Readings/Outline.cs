using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>A heading with its place among the headings of a post.</summary>
internal sealed class OutlineHeading
{
    /// <summary>The heading's block.</summary>
    internal required Block Block { get; init; }

    /// <summary>Index of <see cref="Block"/> in the outline's blocks.</summary>
    internal required int BlockIndex { get; init; }

    /// <summary>Index in the outline's headings.</summary>
    internal required int Index { get; init; }

    /// <summary>The nearest heading above it with a lower level; <see langword="null"/> at the top.</summary>
    internal required OutlineHeading? Parent { get; init; }

    /// <summary>The headings directly below it.</summary>
    internal List<OutlineHeading> Children { get; } = [];

    /// <summary>Its text in the form of the word lists.</summary>
    internal required string Normal { get; init; }

    /// <summary>Level, 1 to 6; 7 for a paragraph in bold or an item that stands in for a heading.</summary>
    internal int Level => Block.Kind == BlockKind.Heading ? Block.Level : Outline.BoldLevel;

    /// <summary>Its text without mark-up.</summary>
    internal required string Text { get; init; }
}

/// <summary>The blocks of a post and the tree of its headings.</summary>
internal sealed class Outline
{
    /// <summary>The level of paragraphs in bold, below all real headings.</summary>
    internal const int BoldLevel = 7;

    private Outline(Post post, string path, IReadOnlyList<Block> blocks, IReadOnlyList<OutlineHeading> headings, Vocabulary vocabulary)
    {
        Post = post;
        Path = path;
        Blocks = blocks;
        Headings = headings;
        Vocabulary = vocabulary;
    }

    /// <summary>The post.</summary>
    internal Post Post { get; }

    /// <summary>The post's path below the folders that most posts of the blog share.</summary>
    internal string Path { get; }

    /// <summary>Its blocks in order.</summary>
    internal IReadOnlyList<Block> Blocks { get; }

    /// <summary>The headings that stand in no list and no quote.</summary>
    internal IReadOnlyList<OutlineHeading> Headings { get; }

    /// <summary>The words that the post writes in lower case.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>Makes the outline of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="sharedFolders">The number of folders of its path that most posts of the blog share.</param>
    internal static Outline Of(Post post, IReadOnlyList<Block> blocks, int sharedFolders = 0) =>
        new(post, SharedFolders.Below(post.Path, sharedFolders), blocks, Tree(blocks, _ => false), Vocabulary.Of(blocks));

    /// <summary>Whether a block is a paragraph in bold or a lone item, that is a heading to a reader.</summary>
    internal bool IsBoldHeading(int index) => IsBoldLine(Blocks[index]) || IsLoneItem(index);

    /// <summary>The outline with some more blocks as headings, of <see cref="BoldLevel"/>.</summary>
    internal Outline With(IReadOnlySet<int> headings) => new(Post, Path, Blocks, Tree(Blocks, headings.Contains), Vocabulary);

    // "* Five years of Rails (J. Ramírez)" and nothing else in the list, over paragraphs.
    private bool IsLoneItem(int index) =>
        Blocks[index] is { Kind: BlockKind.Text, IsItem: true, ListDepth: 1, InQuote: false, Text.Length: > 2 and < 140 }
        && Blocks.ElementAtOrDefault(index - 1) is null or { IsTopLevel: true }
        && Blocks.ElementAtOrDefault(index + 1) is { Kind: BlockKind.Text, IsTopLevel: true };

    private static bool IsBoldLine(Block block) =>
        block is { Kind: BlockKind.Text, IsTopLevel: true, Text.Length: > 2 and < 140 }
        && block.Spans.Any(s => s is { Kind: SpanKind.Strong, Start: <= 1 }
            && (s.Length >= 0.6 * block.Text.Length || IsTitleLine(block, s)));

    // "**Title**" with its address or its speaker on the next line.
    private static bool IsTitleLine(Block block, TextSpan bold) =>
        bold.Length > 8 && BlockLines.Of(block).First().End <= bold.End + 1 && EndsLine(block, bold);

    private static bool EndsLine(Block block, TextSpan bold) =>
        EndsShown(block, bold) || block.Text.AsSpan(bold.End).Trim().StartsWith("http", StringComparison.Ordinal);

    private static bool EndsShown(Block block, TextSpan bold)
    {
        var isShort = bold.Length > 8 && block.Text.Length - bold.End < 60;
        return HasBreak(block, SpanKind.HardBreak, bold.End) || (isShort && HasBreak(block, SpanKind.Break, bold.End));
    }

    private static bool HasBreak(Block block, SpanKind kind, int at) =>
        block.Spans.Any(s => s.Kind == kind && s.Start >= at && s.Start <= at + 2);

    /// <summary>The first line of a bold heading that the page ends there; all of any other heading.</summary>
    internal static string TitleOf(Block block) =>
        block.Kind == BlockKind.Text && block.Spans.FirstOrDefault(s => s.Kind == SpanKind.Strong && s.Start <= 1) is { Length: > 0 } bold
        && EndsShown(block, bold) ? block.Text[..bold.End].Trim() : block.Text;

    /// <summary>The text below the title in the paragraph of a bold heading; <see langword="null"/> for none.</summary>
    internal static Block? RestOf(Block block) =>
        TitleOf(block) is { } title && block.Text.IndexOf(title, StringComparison.Ordinal) + title.Length is var end
        && end + 1 < block.Text.Length
            ? new Block { Kind = BlockKind.Text, Text = block.Text[end..].Trim(), FirstLine = block.FirstLine, LastLine = block.LastLine }
            : null;

    private static List<OutlineHeading> Tree(IReadOnlyList<Block> blocks, Predicate<int> isBold)
    {
        var headings = new List<OutlineHeading>();
        var open = new Stack<OutlineHeading>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var level = block is { Kind: BlockKind.Heading, IsTopLevel: true } ? block.Level : isBold(i) ? BoldLevel : 0;
            if (level == 0)
                continue;
            while (open.Count > 0 && open.Peek().Level >= level)
                open.Pop();
            var parent = open.Count > 0 ? open.Peek() : null;
            var heading =
                new OutlineHeading
                {
                    Block = block,
                    BlockIndex = i,
                    Index = headings.Count,
                    Parent = parent,
                    Text = TitleOf(block),
                    Normal = HeadingWords.Normalise(TitleOf(block))
                };
            parent?.Children.Add(heading);
            headings.Add(heading);
            open.Push(heading);
        }

        return headings;
    }

    /// <summary>Index of the first block behind what stands directly under a heading, that is of the next heading.</summary>
    internal int OwnEnd(OutlineHeading heading) =>
        heading.Index + 1 < Headings.Count ? Headings[heading.Index + 1].BlockIndex : Blocks.Count;

    /// <summary>The blocks directly under a heading, above the next one.</summary>
    internal IEnumerable<Block> Own(OutlineHeading heading) => Between(heading.BlockIndex + 1, OwnEnd(heading));

    /// <summary>The blocks above the first heading; all blocks of a post without one.</summary>
    internal IEnumerable<Block> Opening => Between(0, Headings.Count > 0 ? Headings[0].BlockIndex : Blocks.Count);

    /// <summary>Whether text or code stands directly under a heading.</summary>
    internal bool HasOwnText(OutlineHeading heading) => Own(heading).Any(b => b.Kind is BlockKind.Text or BlockKind.Code);

    /// <summary>The heading behind the last one below a heading, or <see langword="null"/> when it reaches to the end.</summary>
    internal OutlineHeading? After(OutlineHeading heading)
    {
        for (var i = heading.Index + 1; i < Headings.Count; i++)
        {
            if (Headings[i].Level <= heading.Level)
                return Headings[i];
        }

        return null;
    }

    private IEnumerable<Block> Between(int first, int end)
    {
        for (var i = first; i < end; i++)
            yield return Blocks[i];
    }
}
