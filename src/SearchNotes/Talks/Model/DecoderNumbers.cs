namespace SearchNotes.Talks.Model;

/// <summary>The decoder's few numbers, chosen over the folds and kept in the model file.</summary>
/// <param name="PostShift">So much of the post's own log odds is added to those of each heading and unit.</param>
/// <param name="MostPost">More than so much the post does not say.</param>
/// <param name="Headings">Added to the log odds of a heading.</param>
/// <param name="Units">Added to those of a unit.</param>
/// <param name="Whole">Added to those of the post as one talk.</param>
/// <param name="WholeShift">So much of the post's own log odds is added to those of the post as one talk.</param>
/// <param name="SurePost">From these log odds on, a post without a likely talk is read again.</param>
/// <param name="LessDoubt">So much is added then to the log odds of headings and units.</param>
/// <param name="LeastPost">Below these log odds a post holds no talks, whatever stands in it.</param>
/// <param name="LeastUnit">A unit with lower log odds, once they are added up, is not shown: what it stands in still is.</param>
/// <param name="LeastWhole">Nor is a post as one talk with lower ones.</param>
/// <param name="Blog">So much less likely a post of a blog is to tell of talks than one among few.</param>
/// <param name="Slope">What the decoder's log odds are multiplied with to be a chance.</param>
/// <param name="Intercept">What is added then.</param>
internal sealed record DecoderNumbers(double PostShift, double MostPost, double Headings, double Units, double Whole, double WholeShift,
    double SurePost, double LessDoubt, double LeastPost, double LeastUnit, double LeastWhole, double Blog, double Slope, double Intercept)
{
    /// <summary>Numbers to begin with.</summary>
    internal static DecoderNumbers Default { get; } = new(0.5, 2, 0, 0, 0, 0.5, 1, 1, -3, 0, 0, 0, 1, 0);

    /// <summary>The numbers in their order.</summary>
    internal static DecoderNumbers Of(double[] n) =>
        new(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13]);

    /// <summary>How sure: the chance that a talk with these log odds is one, 0 to 1.</summary>
    internal double Confidence(double odds) => 1 / (1 + Math.Exp(-((Slope * odds) + Intercept)));
}
