using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Decoder;

/// <summary>Finds the best consistent reading of a post: no talk inside another, and either one talk, or several, or none.</summary>
internal sealed class TalkDecoder
{
    private const double Never = -99;
    private readonly PostCandidates candidates;
    private readonly double[] headings;
    private readonly double[] units;
    private readonly List<int>[] children;
    private readonly List<int>[] items;
    private readonly List<Chosen> chosenHeadings = [];
    private readonly List<Chosen> chosenUnits = [];

    private TalkDecoder(PostCandidates candidates, Opinions opinions, DecoderNumbers numbers)
    {
        this.candidates = candidates;
        var shift = numbers.PostShift * Math.Clamp(opinions.Post, -numbers.MostPost, numbers.MostPost);
        headings = [.. opinions.Headings.Select((o, i) => CanBegin(candidates, candidates.Headings[i])
            ? o + shift + numbers.Headings : Never)];
        units = [.. opinions.Units.Select(o => o + shift + numbers.Units)];
        children = Lists(headings.Length + 1);
        foreach (var heading in candidates.Outline.Headings)
            children[(heading.Parent?.Index ?? -1) + 1].Add(heading.Index);
        items = Lists(headings.Length + 1 + units.Length);
        for (var i = 0; i < units.Length; i++)
        {
            items[candidates.Units[i].Holder < 0
                ? candidates.Units[i].Heading + 1 : headings.Length + 1 + candidates.Units[i].Holder].Add(i);
        }
    }

    /// <summary>Reads a post. One that surely holds talks, though no place in it is sure by itself, is read once more with less
    /// doubt.</summary>
    internal static Reading Read(PostCandidates candidates, Opinions opinions, DecoderNumbers numbers)
    {
        if (opinions.IsOrdinary || opinions.Post < numbers.LeastPost)
            return Reading.None;
        var reading = ReadOnce(candidates, opinions, numbers);
        return reading.HasTalks || opinions.Post < numbers.SurePost
            ? reading
            : ReadOnce(candidates, opinions,
                numbers with { Headings = numbers.Headings + numbers.LessDoubt, Units = numbers.Units + numbers.LessDoubt });
    }

    private static Reading ReadOnce(PostCandidates candidates, Opinions opinions, DecoderNumbers numbers)
    {
        var decoder = new TalkDecoder(candidates, opinions, numbers);
        var valueOfHeadings = new double[decoder.headings.Length];
        var valueOfUnits = new double[decoder.units.Length];
        for (var i = valueOfUnits.Length - 1; i >= 0; i--)
        {
            valueOfUnits[i] =
                Math.Max(decoder.units[i], decoder.items[decoder.headings.Length + 1 + i].Sum(u => Math.Max(0, valueOfUnits[u])));
        }
        for (var i = valueOfHeadings.Length - 1; i >= 0; i--)
            valueOfHeadings[i] = Math.Max(decoder.headings[i], decoder.Inside(i, valueOfHeadings, valueOfUnits));
        decoder.Choose(-1, valueOfHeadings, valueOfUnits);
        var best = decoder.chosenHeadings.Concat(decoder.chosenUnits).Select(c => c.Odds).DefaultIfEmpty(0).Max();
        var whole = opinions.Whole + numbers.Whole + (numbers.WholeShift * Math.Clamp(opinions.Post, -numbers.MostPost, numbers.MostPost));
        if (whole > 0 && whole > best)
            return whole < numbers.LeastWhole ? Reading.None : Reading.One(whole);
        return new Reading(null, decoder.chosenHeadings, [.. decoder.chosenUnits.Where(u => u.Odds >= numbers.LeastUnit)]);
    }

    // An empty heading names nothing; a question round, and who asks in it, belong to the talk before, whatever their level.
    private static bool CanBegin(PostCandidates candidates, Candidate heading) =>
        heading.Role is not (HeadingRole.Empty or HeadingRole.Questions)
            && !(heading.Heading.Parent is { } parent && candidates.Headings[parent.Index].Role == HeadingRole.Questions);

    private double Inside(int heading, double[] valueOfHeadings, double[] valueOfUnits) =>
        children[heading + 1].Sum(h => Math.Max(0, valueOfHeadings[h])) + items[heading + 1].Sum(u => Math.Max(0, valueOfUnits[u]));

    // Takes what is worth more: the heading itself, or what is below it.
    private void Choose(int heading, double[] valueOfHeadings, double[] valueOfUnits)
    {
        foreach (var unit in items[heading + 1])
            ChooseUnit(unit, valueOfUnits);
        foreach (var child in children[heading + 1])
        {
            if (valueOfHeadings[child] <= 0)
                continue;
            if (headings[child] >= valueOfHeadings[child])
                chosenHeadings.Add(new Chosen(child, headings[child]));
            else
                Choose(child, valueOfHeadings, valueOfUnits);
        }
    }

    private void ChooseUnit(int unit, double[] valueOfUnits)
    {
        if (valueOfUnits[unit] <= 0)
            return;
        if (units[unit] >= valueOfUnits[unit])
        {
            chosenUnits.Add(new Chosen(unit, units[unit]));
            return;
        }

        foreach (var item in items[headings.Length + 1 + unit])
            ChooseUnit(item, valueOfUnits);
    }

    private static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
            lists[i] = [];
        return lists;
    }
}
