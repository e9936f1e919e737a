using SearchNotes.Posts;

namespace SearchNotes.Talks.Readings;

/// <summary>Topic and speakers of a post that is the notes of one talk, and the evidence that it is.</summary>
/// <param name="outline">The post.</param>
internal sealed class WholeReading(Outline outline)
{
    private double strongest;

    /// <summary>The post's blocks and headings.</summary>
    internal Outline Outline { get; } = outline;

    /// <summary>The post.</summary>
    internal Post Post => Outline.Post;

    /// <summary>The weight of each kind of evidence, by <see cref="WholePostEvidence"/>; 0 where there is none.</summary>
    internal double[] Evidence { get; } = new double[Enum.GetValues<WholePostEvidence>().Length];

    /// <summary>The strongest evidence, as a sentence for <c>check</c>.</summary>
    internal string Why { get; private set; } = "";

    /// <summary>The topic.</summary>
    internal string Topic { get; set; } = "";

    /// <summary>The speakers.</summary>
    internal IReadOnlyList<SpeakerName> Names { get; set; } = [];

    /// <summary>Whether the front matter gives the speakers or says that the page is a talk.</summary>
    internal bool IsInFrontMatter { get; set; }

    /// <summary>The heading that names the talk, when the post opens with one.</summary>
    internal Candidate? Heading { get; set; }

    /// <summary>Adds evidence that the post is one talk.</summary>
    internal void Vote(WholePostEvidence sign, double strength, string why)
    {
        Evidence[(int)sign] += strength;
        if (strength > strongest)
            (strongest, Why) = (strength, why);
    }
}
