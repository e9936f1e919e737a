namespace SearchNotes.Talks.Readings;

/// <summary>Reads headings as topic and speakers, each heard together with its siblings.</summary>
internal static class HeadingReadings
{
    /// <summary>Reads the headings of a post. Siblings decide between the readings of a heading: the shape that most of a level's names
    /// speak for wins.</summary>
    internal static IReadOnlyList<Candidate> Read(Outline outline)
    {
        var candidates = Candidate.Of(outline);
        foreach (var level in candidates.Where(c => c.Readings.Count > 0).GroupBy(c => c.Heading.Level))
        {
            var shapes = new ShapeVotes(level.ToList());
            foreach (var candidate in level)
                Choose(candidate, shapes);
        }

        foreach (var level in candidates.Where(c => c.Role == HeadingRole.Open).GroupBy(c => c.Heading.Level))
        {
            Siblings.Correct([.. level]);
            SurnameFirst.Take([.. level]);
        }
        foreach (var candidate in candidates)
            candidate.Evidence = candidate.Role == HeadingRole.Open && !IsQuestion(candidate, candidates) ? Weigh(candidate) : 0;
        return candidates;
    }

    // "### Ada Muster: what happens when …" below "## Questions & answers"
    private static bool IsQuestion(Candidate candidate, IReadOnlyList<Candidate> candidates) =>
        candidate.Heading.Parent is { } parent && candidates[parent.Index].Role == HeadingRole.Questions;

    private static double Weigh(Candidate candidate)
    {
        var reading = candidate.Chosen is null ? 0 : Weights.Of(candidate.Chosen.Shape, candidate.Chosen.Confidence);
        if (candidate is { Chosen: { Shape: HeadingShape.Speaker, Confidence: >= NameConfidence.Strong }, Heading.Parent: { } parent }
            && SpeakerLabel.IsLabel(parent.Text))
        {
            reading = Weights.BelowLabel;
        }
        if (candidate.HasSubtitle && candidate.Chosen is { Confidence: >= NameConfidence.Strong })
            reading = Math.Max(reading, Weights.Pair);
        if (candidate.IsShapeOfSiblings)
            reading = Math.Max(reading, Weights.ShapeOfSiblings);
        var mark = candidate.Mark is null ? 0 : Weights.Of(candidate.Mark);
        var said = Math.Max(reading, mark) + (0.25 * Math.Min(reading, mark));
        return candidate.HasMaterials ? Math.Max(said, Weights.Materials) : said;
    }

    private static void Choose(Candidate candidate, ShapeVotes shapes)
    {
        var best = candidate.Readings.MaxBy(r => Weights.Of(r.Shape, r.Confidence) * (1 + shapes.Weight(r.Shape)));
        if (best is null)
            return;
        if (best.Confidence >= NameConfidence.Strong)
        {
            candidate.Chosen = best;
            return;
        }

        // A doubtful name needs siblings that say the same thing more plainly, or most of them saying it as doubtfully.
        var support = shapes.WeightOfSide(best.Shape) - Weights.Of(best.Shape, best.Confidence);
        var mayBeCommon = best.Shape is not (HeadingShape.Speaker or HeadingShape.ColonTopic)
            || (best.Shape == HeadingShape.ColonTopic && best.Names.All(n => n.Name[0] >= '\u3040'));
        var isCommon = mayBeCommon && shapes.IsCommon(best.Shape);
        var isSupported = support >= (candidate.IsGrouped || best.Shape is HeadingShape.On or HeadingShape.By ? 0.3 : 0.9);
        var isCounted = best.Shape == HeadingShape.Speaker && candidate.Prefix.Length > 0;
        if (isCommon || isSupported || isCounted)
        {
            (candidate.Chosen, candidate.IsShapeOfSiblings) = (best, isCommon);
        }
    }
}
