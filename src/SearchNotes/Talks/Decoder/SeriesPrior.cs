namespace SearchNotes.Talks.Decoder;

/// <summary>What the other posts of a blog and of a series say of whether a post tells of talks; nothing by default.</summary>
/// <param name="Mean">The mean opinion of its posts, in halves of log odds.</param>
/// <param name="Level">How much it counts: 0 not at all, 1 for a few posts, 2 for many.</param>
/// <param name="IsInBlog">Whether there are so many other posts that it is one of a blog: most of those tell of something else.</param>
/// <param name="SharedFolders">The number of folders in its path that most posts of the blog share.</param>
/// <remarks>All are coarse, so that a new post seldom moves the others.</remarks>
internal readonly record struct SeriesPrior(int Mean, int Level, bool IsInBlog = false, int SharedFolders = 0)
{
    private const int Few = 4;
    private const int Many = 10;
    private const int MostOpinion = 8;

    /// <summary>So many posts are a blog; fewer may be a folder of notes.</summary>
    internal const int Blog = 30;

    /// <summary>The prior of a series.</summary>
    /// <param name="opinions">The opinions of its posts, by <see cref="OpinionOf"/>.</param>
    internal static SeriesPrior Of(IReadOnlyCollection<int> opinions) =>
        opinions.Count < Few ? default
        : new((int)Math.Round(opinions.Average(), MidpointRounding.ToEven), opinions.Count < Many ? 1 : 2);

    /// <summary>The prior that <see cref="Packed"/> was.</summary>
    internal static SeriesPrior Unpack(ushort packed) =>
        new((packed / 96) - MostOpinion, packed / 32 % 3, packed / 16 % 2 == 1, packed % 16);

    /// <summary>The opinion of a post by itself, as its series hears it.</summary>
    internal static int OpinionOf(double odds) => (int)Math.Clamp(Math.Round(odds * 2), -MostOpinion, MostOpinion);

    /// <summary>The prior as a number.</summary>
    internal ushort Packed() => (ushort)(((((((Mean + MostOpinion) * 3) + Level) * 2) + (IsInBlog ? 1 : 0)) * 16) + SharedFolders);

    /// <summary>The log odds of a post of the series: its own, drawn to the mean, and less in a blog.</summary>
    /// <param name="odds">Its own.</param>
    /// <param name="ofBlog">So much less in a blog.</param>
    internal double Apply(double odds, double ofBlog) =>
        odds + (Level switch { 0 => 0, 1 => 0.5, _ => 0.75 } * ((Mean / 2.0) - odds)) - (IsInBlog ? ofBlog : 0);
}
