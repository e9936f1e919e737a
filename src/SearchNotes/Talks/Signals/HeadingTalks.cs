namespace SearchNotes.Talks.Signals;

/// <summary>Decides which headings of a post name talks: which level carries them, and which headings on other levels do as well.</summary>
internal sealed class HeadingTalks
{
    private readonly Outline _outline;
    private readonly double _eventScore;

    private HeadingTalks(Outline outline, IReadOnlyList<Candidate> candidates, double eventScore)
    {
        _outline = outline;
        _eventScore = eventScore;
        Candidates = candidates;
    }

    /// <summary>All headings.</summary>
    internal IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>The level that carries the talks; 0 when none does.</summary>
    internal int Level { get; private set; }

    /// <summary>How much speaks for it.</summary>
    internal double Evidence { get; private set; }

    /// <summary>Reads the headings of a post.</summary>
    internal static HeadingTalks Read(Outline outline, double eventScore, int? givenLevel)
    {
        var talks = new HeadingTalks(outline, Candidate.Of(outline), eventScore);
        talks.WeighReadings();
        talks.ChooseLevel(givenLevel);
        if (talks.Level > 0)
            talks.Mark();
        return talks;
    }

    // Siblings decide between the readings of a heading: the shape that most of a level's names speak for wins.
    private void WeighReadings()
    {
        foreach (var level in Candidates.Where(c => c.Readings.Count > 0).GroupBy(c => c.Heading.Level))
        {
            var shapes = new double[Enum.GetValues<HeadingShape>().Length];
            foreach (var reading in level.SelectMany(c => c.Readings))
                shapes[(int)reading.Shape] += Weights.Of(reading.Shape, reading.Likeness);
            foreach (var candidate in level)
                Choose(candidate, shapes, level.Count());
        }

        foreach (var candidate in Candidates)
        {
            var reading = candidate.Chosen is null ? 0 : Weights.Of(candidate.Chosen.Shape, candidate.Chosen.Likeness);
            var mark = candidate.Mark is null ? 0 : Weights.Of(candidate.Mark);
            if (candidate.Mark is { Kind: MarkKind.Label } label && !label.Names.Any(n => candidate.Chosen?.Names.Any(c => c.Name == n.Name) ?? false))
                candidate.Chosen = null;
            candidate.Evidence = candidate.Role == HeadingRole.Open ? Math.Max(reading, mark) + (0.25 * Math.Min(reading, mark)) : 0;
        }
    }

    private void Choose(Candidate candidate, double[] shapes, int siblings)
    {
        var best = candidate.Readings.MaxBy(r => Weights.Of(r.Shape, r.Likeness) * (1 + shapes[(int)r.Shape]));
        if (best is null)
            return;
        var support = shapes[(int)best.Shape] - Weights.Of(best.Shape, best.Likeness);
        var isWeak = best.Likeness == Likeness.Weak && best.Shape is not (HeadingShape.On or HeadingShape.By);
        var isInGroup = candidate.Heading.Parent is { } parent && Candidates[parent.Index].Role == HeadingRole.Group;
        if (!isWeak || support >= (isInGroup ? 0.3 : 0.9))
            candidate.Chosen = best;
        else if (best.Shape == HeadingShape.Speaker && candidate.Prefix.Length > 0)
            candidate.Chosen = best;
    }

    private void ChooseLevel(int? givenLevel)
    {
        if (givenLevel is { } given)
        {
            (Level, Evidence) = (given, 10);
            return;
        }

        foreach (var level in Candidates.Where(c => c.Role == HeadingRole.Open).GroupBy(c => c.Heading.Level).OrderBy(g => g.Key))
        {
            var sum = level.Sum(c => c.Evidence);
            var share = sum / level.Count();
            var score = sum * Math.Min(1, 0.3 + share);
            if (sum >= Weights.LevelCarries && share >= 0.12 && level.Count(c => c.Evidence >= 0.3) >= 2 && score > Evidence)
                (Level, Evidence) = (level.Key, score);
        }

        if (Level == 0 && _eventScore >= Weights.EventPost)
            ChooseTitleLevel();
    }

    private void ChooseTitleLevel()
    {
        foreach (var level in Candidates.Where(c => c.Role == HeadingRole.Open).GroupBy(c => c.Heading.Level).OrderBy(g => g.Key))
        {
            if (level.Count() < 2)
                continue;
            (Level, Evidence) = (level.Key, 0.5 * _eventScore);
            return;
        }
    }

    private void Mark()
    {
        foreach (var candidate in Candidates)
            candidate.IsTalk = candidate.Role == HeadingRole.Open && IsTalk(candidate);
    }

    private bool IsTalk(Candidate candidate)
    {
        var heading = candidate.Heading;
        if (candidate.Evidence < 0.3 && TitleWords.Repeats(_outline.Post, candidate.Text))
            return false;
        if (heading.Level == Level)
            return !IsInsideTalk(heading);
        if (heading.Level > Level)
            return !IsInsideTalk(heading) && (UnderGroup(heading) || candidate.Evidence >= Weights.HeadingCarries);
        return candidate.Evidence >= Weights.HeadingCarries && !heading.Children.Any(c => c.Level <= Level && Candidates[c.Index].Evidence > 0.3);
    }

    private bool IsInsideTalk(OutlineHeading heading)
    {
        for (var parent = heading.Parent; parent is not null; parent = parent.Parent)
        {
            if (Candidates[parent.Index].IsTalk)
                return true;
        }

        return false;
    }

    private bool UnderGroup(OutlineHeading heading)
        => heading.Parent is { } parent && Candidates[parent.Index].Role == HeadingRole.Group && parent.Level <= Level && heading.Level == parent.Children[0].Level;

    /// <summary>The last line of a talk that a heading starts.</summary>
    internal int LastLine(Candidate candidate, int lastLine)
    {
        for (var i = candidate.Heading.Index + 1; i < Candidates.Count; i++)
        {
            var next = Candidates[i];
            if (next.IsTalk)
                return next.Heading.Block.FirstLine - 1;
            if (next.Role is HeadingRole.Questions or HeadingRole.Section or HeadingRole.Empty or HeadingRole.Subtitle)
                continue;
            if (next.Heading.Level <= candidate.Heading.Level)
                return next.Heading.Block.FirstLine - 1;
        }

        return lastLine;
    }
}
