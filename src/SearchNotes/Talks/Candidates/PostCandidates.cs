using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Candidates;

/// <summary>All that could begin a talk in a post: its headings, its units, and the post itself.</summary>
internal sealed class PostCandidates
{
    private readonly int[] wordsBefore;
    private readonly Lazy<IReadOnlyList<Unit>> units;

    private PostCandidates(Outline outline)
    {
        Outline = outline;
        Headings = HeadingReadings.Read(outline);
        units = new Lazy<IReadOnlyList<Unit>>(() => Candidates.Units.Of(outline));
        wordsBefore = new int[outline.Blocks.Count + 1];
        for (var i = 0; i < outline.Blocks.Count; i++)
        {
            wordsBefore[i + 1] = wordsBefore[i]
                + (outline.Blocks[i].Kind == BlockKind.Code ? 0 : HeadingWords.Count(outline.Blocks[i].Text));
        }
        Whole = WholeReader.Read(outline, Headings);
    }

    /// <summary>The post's blocks and headings.</summary>
    internal Outline Outline { get; }

    /// <summary>The headings, as the outline has them.</summary>
    internal IReadOnlyList<Candidate> Headings { get; }

    /// <summary>The paragraphs and items, in order; read when they are asked for, as most posts need none.</summary>
    internal IReadOnlyList<Unit> Units => units.Value;

    /// <summary>The post read as one talk.</summary>
    internal WholeReading Whole { get; }

    /// <summary>Reads a post's candidates.</summary>
    internal static PostCandidates Of(Outline outline) => new(outline);

    /// <summary>How many words stand in some blocks, code left out.</summary>
    /// <param name="first">Index of the first block.</param>
    /// <param name="end">Index behind the last.</param>
    internal int Words(int first, int end) => end <= first ? 0 : wordsBefore[end] - wordsBefore[first];
}
