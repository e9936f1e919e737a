namespace SearchNotes.Talks.Features;

/// <summary>How sure a stage of the model is, as log odds: of the post, of the post as one talk, of each heading and each unit.</summary>
/// <param name="Post">That the post holds talks.</param>
/// <param name="Whole">That it is one talk.</param>
/// <param name="Headings">That a heading names a talk.</param>
/// <param name="Units">That a paragraph or item begins one.</param>
internal sealed record Opinions(double Post, double Whole, double[] Headings, double[] Units)
{
    private const double Never = -9;

    /// <summary>Whether the post is so surely an ordinary one that nothing in it was looked at.</summary>
    internal bool IsOrdinary { get; private init; }

    /// <summary>Those of a post that is surely an ordinary one.</summary>
    internal static Opinions OfOrdinary(double post) => new(post, Never, [], []) { IsOrdinary = true };
}
