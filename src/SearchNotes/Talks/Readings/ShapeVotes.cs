namespace SearchNotes.Talks.Readings;

/// <summary>The evidence for each shape, summed over the headings of one level.</summary>
internal sealed class ShapeVotes
{
    private readonly double[] weights = new double[Enum.GetValues<HeadingShape>().Length];
    private readonly int[] counts = new int[Enum.GetValues<HeadingShape>().Length];
    private readonly int headings;

    internal ShapeVotes(IReadOnlyCollection<Candidate> level)
    {
        headings = level.Count;
        foreach (var reading in level.SelectMany(c => c.Readings))
        {
            weights[(int)reading.Shape] += Weights.Of(reading.Shape, reading.Confidence);
            counts[(int)reading.Shape]++;
        }
    }

    /// <summary>The sum of the weights of all readings of a shape.</summary>
    internal double Weight(HeadingShape shape) => weights[(int)shape];

    /// <summary>The sum of the weights of all readings with the speaker on the same side of the topic.</summary>
    internal double WeightOfSide(HeadingShape shape)
    {
        ReadOnlySpan<HeadingShape> speakerFirst = [HeadingShape.On, HeadingShape.DashTopic, HeadingShape.ColonTopic];
        ReadOnlySpan<HeadingShape> speakerLast =
            [HeadingShape.By, HeadingShape.TopicDash, HeadingShape.Brackets, HeadingShape.TopicColon, HeadingShape.TopicComma];
        var side = speakerFirst.Contains(shape) ? speakerFirst : speakerLast.Contains(shape) ? speakerLast : [shape];
        var sum = 0.0;
        foreach (var same in side)
            sum += Weight(same);
        return sum;
    }

    /// <summary>Whether at least three headings, and most of those with a reading, can be read in a shape.</summary>
    internal bool IsCommon(HeadingShape shape) => counts[(int)shape] >= 3 && counts[(int)shape] > 0.6 * headings;
}
