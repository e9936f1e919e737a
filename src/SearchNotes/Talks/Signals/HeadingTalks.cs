using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>Decides which headings of a post name talks: which level carries them, and which headings on other levels do as well.</summary>
internal sealed class HeadingTalks
{
    private readonly Outline outline;
    private readonly double eventScore;
    private bool isCollection;

    private HeadingTalks(Outline outline, IReadOnlyList<Candidate> candidates, double eventScore)
    {
        this.outline = outline;
        this.eventScore = eventScore;
        Candidates = candidates;
    }

    /// <summary>All headings.</summary>
    internal IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>The level that carries the talks; 0 when none does.</summary>
    internal int Level { get; private set; }

    /// <summary>Whether it was chosen for its plain titles, and no name speaks for it.</summary>
    internal bool IsByTitles { get; private set; }

    /// <summary>How much speaks for it.</summary>
    internal double Evidence { get; private set; }

    /// <summary>Reads the headings of a post.</summary>
    internal static HeadingTalks Read(Outline outline, double eventScore, int? givenLevel)
    {
        var talks = new HeadingTalks(outline, Candidate.Of(outline), eventScore);
        talks.isCollection = givenLevel is null && talks.IsCollection();
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
            var shapes = new ShapeVotes(level.ToList());
            foreach (var candidate in level)
                Choose(candidate, shapes);
        }

        foreach (var level in Candidates.Where(c => c.Role == HeadingRole.Open).GroupBy(c => c.Heading.Level))
            Siblings.Correct([.. level]);
        foreach (var candidate in Candidates)
            candidate.Evidence = candidate.Role == HeadingRole.Open && !IsQuestion(candidate) ? Weigh(candidate) : 0;
    }

    // "### Ada Muster: what happens when …" below "## Questions & answers"
    private bool IsQuestion(Candidate candidate)
        => candidate.Heading.Parent is { } parent && Candidates[parent.Index].Role == HeadingRole.Questions;

    private static double Weigh(Candidate candidate)
    {
        var reading = candidate.Chosen is null ? 0 : Weights.Of(candidate.Chosen.Shape, candidate.Chosen.Likeness);
        if (candidate is { Chosen: { Shape: HeadingShape.Speaker, Likeness: >= Likeness.Good }, Heading.Parent: { } parent } && SpeakerLabel.IsLabel(parent.Text))
            reading = Weights.BelowLabel;
        if (candidate.HasSubtitle && candidate.Chosen is { Likeness: >= Likeness.Good })
            reading = Math.Max(reading, Weights.Pair);
        if (candidate.IsShapeOfSiblings)
            reading = Math.Max(reading, Weights.ShapeOfSiblings);
        var mark = candidate.Mark is null ? 0 : Weights.Of(candidate.Mark);
        var said = Math.Max(reading, mark) + (0.25 * Math.Min(reading, mark));
        return candidate.HasMaterials ? Math.Max(said, Weights.Materials) : said;
    }

    private static void Choose(Candidate candidate, ShapeVotes shapes)
    {
        var best = candidate.Readings.MaxBy(r => Weights.Of(r.Shape, r.Likeness) * (1 + shapes.Weight(r.Shape)));
        if (best is null)
            return;
        if (best.Likeness >= Likeness.Good)
        {
            candidate.Chosen = best;
            return;
        }

        // A doubtful name needs siblings that say the same thing more plainly, or most of them saying it as doubtfully.
        var support = shapes.WeightOfSide(best.Shape) - Weights.Of(best.Shape, best.Likeness);
        var mayBeCommon = best.Shape is not (HeadingShape.Speaker or HeadingShape.ColonTopic) || (best.Shape == HeadingShape.ColonTopic && best.Names.All(n => n.Name[0] >= '\u3040'));
        var isCommon = mayBeCommon && shapes.IsCommon(best.Shape);
        if (isCommon || support >= (candidate.IsGrouped || best.Shape is HeadingShape.On or HeadingShape.By ? 0.3 : 0.9) || (best.Shape == HeadingShape.Speaker && candidate.Prefix.Length > 0))
            (candidate.Chosen, candidate.IsShapeOfSiblings) = (best, isCommon);
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
            var score = Score([.. level, .. GroupedBelow(level.Key)]);
            if (sum >= Weights.LevelCarries - (Weights.EventCarries * Math.Clamp(this.eventScore, 0, 2)) && share >= 0.12 && level.Count(c => c.Evidence >= 0.3) >= 2 && score > Evidence)
                (Level, Evidence) = (level.Key, score);
        }

        if (Level == 0)
            ChooseTitleLevel();
    }

    private static double Score(List<Candidate> candidates)
    {
        var sum = candidates.Sum(c => c.Evidence);
        return sum * Math.Min(1, 0.3 + (sum / candidates.Count));
    }

    // Lightning talks stand a level deeper, under a heading on the talks' level: they speak for that level.
    private IEnumerable<Candidate> GroupedBelow(int level)
        => Candidates.Where(c => c.Role == HeadingRole.Open && c.Heading.Level > level && c.Heading.Parent is { } parent && parent.Level == level && Candidates[parent.Index].Role == HeadingRole.Group);

    // Notes on many things in one file: nothing but headings of one level, nearly each with its text, from the first line on.
    private bool IsCollection()
        => (this.eventScore >= Weights.EventOfCollection || EventPost.IsNotes(this.outline.Post))
        && Candidates.Count >= Weights.LeastCollection
        && ReferenceEquals(this.outline.Blocks[0], Candidates[0].Heading.Block)
        && Candidates.All(c => c.Heading.Level == Candidates[0].Heading.Level)
        && Candidates.Count(c => this.outline.HasOwnText(c.Heading)) >= Weights.ShareOfCollection * Candidates.Count;

    // Plain titles: the level below the groups where there are groups, else the highest with two of them.
    private void ChooseTitleLevel()
    {
        var open = Candidates.Where(c => c.Role == HeadingRole.Open && !IsContainer(c)).ToList();
        var grouped = open.Where(c => c.IsGrouped || (c.Heading.Parent is { } parent && IsContainer(Candidates[parent.Index]))).GroupBy(c => c.Heading.Level).MaxBy(g => g.Count());
        var level = grouped is not null && grouped.Count() >= 2 && grouped.Count() >= open.Count(c => c.Heading.Level < grouped.Key)
            ? grouped
            : open.GroupBy(c => c.Heading.Level).OrderBy(g => g.Key).FirstOrDefault(g => g.Count() >= 2);
        if (level is null)
            return;
        var isGrouped = level.Count(c => c.IsGrouped) >= 0.8 * level.Count();
        var score = isCollection ? Weights.EventPost : TitleScore([.. level]) + (isGrouped ? Weights.GroupedTitles : 0);
        if (level != grouped && level.Count() == 2 && !level.All(c => c.Evidence >= Weights.Mentioned))
            score -= Weights.OnlyTwo;
        if (score < Weights.EventPost || IsIndex(level) || IsListOfEvents(level) || AreQuestions(level))
            return;
        (Level, Evidence, IsByTitles) = (level.Key, 0.5 * Math.Max(this.eventScore, score), true);
        foreach (var candidate in level.Where(c => c.Chosen is { IsDoubtful: true } && !c.IsShapeOfSiblings))
            candidate.Chosen = null;
    }

    // A heading without text over two or more titles gathers them, whatever it is called.
    private bool IsContainer(Candidate candidate)
    {
        var children = candidate.Heading.Children.Where(c => Candidates[c.Index].Role == HeadingRole.Open).ToList();
        return children.Count >= 2 && !this.outline.HasOwnText(candidate.Heading) && children.Average(c => HeadingWords.Count(c.Text)) >= Weights.WordsOfSection;
    }

    // Titles of talks are longer than headings of sections: long ones need less of an event around them.
    private double TitleScore(List<Candidate> level)
    {
        if (this.eventScore < Weights.EventOfTitles)
            return 0;
        var words = level.Average(WordsOf);
        var surplus = words - Weights.WordsOfSection;
        return Math.Min(this.eventScore, Weights.MostEvent) + (surplus * (surplus < 0 ? Weights.MissingWord : Weights.TitleWord));
    }

    // "Atlassian Stash" over "Matthew Watson leads the Stash team": a name below makes up for words.
    private static double WordsOf(Candidate candidate)
        => Math.Max(candidate.Evidence >= Weights.Mentioned ? Weights.WordsOfSection : 0, Math.Min(HeadingWords.Count(candidate.Text), Weights.LongTitle));

    // "PyCon 2017", "PyCon 2018": where somebody was, not what was said there.
    private static bool IsListOfEvents(IEnumerable<Candidate> level)
        => level.Count(c => EventPost.IsEventTitle(c.Text)) >= Weights.EventsOfList * level.Count();

    // "Will there be a recording?": half of the headings ask, and the texts below answer.
    private static bool AreQuestions(IEnumerable<Candidate> level)
        => level.Count() >= 4 && level.Count(c => c.Text[^1] is '?' or '？') >= 0.5 * level.Count();

    // Headings over nothing but links lead to notes and hold none.
    private bool IsIndex(IEnumerable<Candidate> level)
    {
        var texts = level.SelectMany(c => this.outline.Own(c.Heading)).Where(b => b.Kind == BlockKind.Text).ToList();
        return texts.Count > 0 && texts.Sum(b => b.Linked) >= Weights.LinksOfIndex * texts.Sum(b => b.Text.Length);
    }

    // "## Flink Power Hour" over talks with their speakers, beside plain titles that have notes: those are talks as well.
    private void TakeLevelOfGroup()
    {
        var talks = Candidates.Where(c => c.IsTalk).ToList();
        if (talks.Count == 0 || talks[0].Heading.Parent is not { Level: > 0 } group || this.eventScore < Weights.EventOfTitles || !talks.TrueForAll(c => c.Heading.Parent == group) || this.outline.HasOwnText(group))
            return;
        var beside = Candidates.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == group.Level && c.Heading != group && c.Heading.Parent == group.Parent && this.outline.HasOwnText(c.Heading)).ToList();
        if (beside.Count < 3 || beside.Average(WordsOf) < Weights.WordsOfSection)
            return;
        foreach (var candidate in beside)
            candidate.IsTalk = true;
    }

    private void Mark()
    {
        foreach (var candidate in Candidates)
            candidate.IsTalk = candidate.Role == HeadingRole.Open && IsTalk(candidate);
        TakeLevelOfGroup();
        // One title among sections and group headings is a section as well.
        if (IsByTitles && Candidates.Count(c => c.IsTalk) == 1)
            (Level, Evidence, Candidates.Single(c => c.IsTalk).IsTalk) = (0, 0, false);
        Prominent.Name([.. Candidates.Where(c => c.IsTalk)], this.outline);
    }

    private bool IsTalk(Candidate candidate)
    {
        if (isCollection)
            return true;
        if (IsQuestion(candidate))
            return false;
        var heading = candidate.Heading;
        if (candidate.Evidence < 0.3 && heading.Parent is { } above && Candidates[above.Index].Role == HeadingRole.Ending && !IsAllBelow(above, heading.Level))
            return false;
        if ((candidate.Evidence < 0.3 && TitleWords.Repeats(this.outline.Post, candidate.Text)) || (candidate.Evidence < Weights.LevelCarries && IsTitleOfPost(candidate)))
            return false;
        if (heading.Level == Level)
            return !IsInsideTalk(heading) && !OddSiblings.IsOdd(candidate, Candidates);
        var carries = IsShapeOfLevel(candidate) ? Weights.SameShape : Weights.HeadingCarries;
        if (heading.Level > Level)
            return !IsInsideTalk(heading) && (IsGrouped(heading) || candidate.Evidence >= carries);
        return candidate.Evidence >= carries && !heading.Children.Any(c => c.Level <= Level && Candidates[c.Index].Evidence > 0.3);
    }

    // "# Introduction" above everything, and the talks two levels deeper: nothing was introduced but them.
    private bool IsAllBelow(OutlineHeading above, int level)
        => Candidates.Where(c => c.Role == HeadingRole.Open && c.Heading.Level == level).All(c => c.Heading.Parent == above);

    // "# PyCon 2017 notes" above everything, and no "# Erik's PyCon roundup" beside other talks.
    private bool IsTitleOfPost(Candidate candidate)
        => candidate.Heading is { Index: 0, Level: 1 } && Candidates.Count > 2 && Candidates.Count(c => c.Heading.Level == 1 && c.Role == HeadingRole.Open) == 1 && EventPost.IsEventTitle(candidate.Text);

    // One heading a level too high or too low among many that read alike.
    private bool IsShapeOfLevel(Candidate candidate)
    {
        if (candidate.Chosen is not { Likeness: >= Likeness.Good } chosen || chosen.IsDoubtful)
            return false;
        var level = Candidates.Where(c => c.Heading.Level == Level && c.Role == HeadingRole.Open).ToList();
        return level.Count >= 4 && level.Count(c => c.Chosen?.Shape == chosen.Shape) >= 0.6 * level.Count;
    }

    /// <summary>Whether a heading stands below one that names a talk.</summary>
    internal bool IsInsideTalk(OutlineHeading heading)
    {
        for (var parent = heading.Parent; parent is not null; parent = parent.Parent)
        {
            if (Candidates[parent.Index].IsTalk)
                return true;
        }

        return false;
    }

    private bool IsGrouped(OutlineHeading heading)
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
