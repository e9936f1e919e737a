namespace SearchNotes.Talks.Decoder;

/// <summary>What the other posts of a series say of whether a post tells of talks; nothing by default.</summary>
/// <param name="Mean">The mean opinion of its posts, in halves of log odds.</param>
/// <param name="Level">How much it counts: 0 not at all, 1 for a few posts, 2 for many.</param>
/// <remarks>Both are coarse, so that a new post seldom moves the others.</remarks>
internal readonly record struct SeriesPrior(int Mean, int Level)
{
    private const int Few = 4;
    private const int Many = 10;
    private const int MostOpinion = 8;

    /// <summary>The prior of a series.</summary>
    /// <param name="opinions">The opinions of its posts, by <see cref="OpinionOf"/>.</param>
    internal static SeriesPrior Of(IReadOnlyCollection<int> opinions) =>
        opinions.Count < Few ? default
        : new((int)Math.Round(opinions.Average(), MidpointRounding.ToEven), opinions.Count < Many ? 1 : 2);

    /// <summary>The prior that <see cref="Packed"/> was.</summary>
    internal static SeriesPrior Unpack(byte packed) => new((packed / 3) - MostOpinion, packed % 3);

    /// <summary>The opinion of a post by itself, as its series hears it.</summary>
    internal static int OpinionOf(double odds) => (int)Math.Clamp(Math.Round(odds * 2), -MostOpinion, MostOpinion);

    /// <summary>The prior as a number.</summary>
    internal byte Packed() => (byte)(((Mean + MostOpinion) * 3) + Level);

    /// <summary>The log odds of a post of the series: its own, drawn to the mean.</summary>
    internal double Apply(double odds) => odds + (Level switch { 0 => 0, 1 => 0.5, _ => 0.75 } * ((Mean / 2.0) - odds));
}
