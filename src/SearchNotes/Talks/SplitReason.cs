namespace SearchNotes.Talks;

/// <summary>Something that the splitter observed, and how much it moved the decision.</summary>
/// <param name="Name">What was observed, in words.</param>
/// <param name="Value">What it was: a count, a share, a yes as 1.</param>
/// <param name="Contribution">How much it adds to the log odds of a talk; below 0 it speaks against one.</param>
public sealed record SplitReason(string Name, double Value, double Contribution);

/// <summary>Why a post was split as it was.</summary>
/// <param name="Talks">For each talk, in order, what decided most, the strongest first; empty where the blogger said so.</param>
/// <param name="Post">The same for the question whether the post holds talks at all.</param>
public sealed record SplitExplanation(IReadOnlyList<IReadOnlyList<SplitReason>> Talks, IReadOnlyList<SplitReason> Post)
{
    /// <summary>Nothing to explain: the post is empty, or could not be read.</summary>
    public static SplitExplanation None { get; } = new([], []);
}
