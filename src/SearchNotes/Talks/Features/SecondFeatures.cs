using SearchNotes.Talks.Candidates;

namespace SearchNotes.Talks.Features;

/// <summary>What the second stage looks at: what the first one thinks of a candidate, of its siblings and of its rivals.</summary>
internal sealed class SecondFeatures
{
    /// <summary>The names of the features of a heading, in the order of the model.</summary>
    internal static readonly IReadOnlyList<string> OfHeading =
    [
        "first opinion", "siblings: first opinion", "siblings: share above one half", "siblings", "level: first opinion",
        "level: share above one half", "level: expected talks",
        "expected talks of the best other level", "parent: first opinion", "best first opinion above", "children: first opinion",
        "children: best first opinion", "children: expected talks",
        "units below: expected talks", "units below: best first opinion", "units: expected talks", "headings: expected talks",
        "the post holds talks", "the post is one talk",
        "heading before: first opinion", "heading behind: first opinion", "level", "role", "words", "words of talks",
        "names a person beside a topic", "a speaker below",
    ];

    /// <summary>The names of the features of a unit.</summary>
    internal static readonly IReadOnlyList<string> OfUnit =
    [
        "first opinion", "siblings: first opinion", "siblings: share above one half", "siblings", "siblings: expected talks",
        "of its kind: first opinion", "of its kind: share above one half", "of its kind: expected talks",
        "other kinds: expected talks", "headings: expected talks", "heading above: first opinion", "headings above: best first opinion",
        "headings below the same: expected talks",
        "unit before: first opinion", "unit behind: first opinion", "item around: first opinion", "items inside: expected talks",
        "the post holds talks", "the post is one talk",
        "kind", "depth", "opens as a talk", "words of talks", "length", "text below it", "best first opinion of its kind",
        "first opinion above its siblings", "first opinion above its kind", "first opinion below the best of its kind",
        "names not named before", "a sentence says who spoke", "siblings: names not named before", "siblings: a sentence says who spoke",
    ];

    /// <summary>The names of the features of a post, for both of its questions.</summary>
    internal static readonly IReadOnlyList<string> OfPost =
    [
        "the post holds talks", "the post is one talk", "headings: expected talks", "headings: best first opinion", "headings: second best",
        "units: expected talks", "units: best first opinion", "units: second best",
        "headings", "first heading: first opinion", "share of headings above one half", "best level: expected talks",
    ];

    // Columns of the first stage that the second one looks at as well.
    private static readonly int Role = Column(HeadingFeatures.Names, "role");
    private static readonly int HeadingWords = Column(HeadingFeatures.Names, "words");
    private static readonly int HeadingTalkWords = Column(HeadingFeatures.Names, "words of talks");
    private static readonly int Person = Column(HeadingFeatures.Names, "names a person beside a topic");
    private static readonly int SpeakerBelow = Column(HeadingFeatures.Names, "a speaker below");
    private static readonly int Opens = Column(UnitFeatures.Names, "opens as a talk");
    private static readonly int UnitTalkWords = Column(UnitFeatures.Names, "words of talks");
    private static readonly int Length = Column(UnitFeatures.Names, "length");
    private static readonly int TextBelow = Column(UnitFeatures.Names, "text below it");
    private static readonly int NewNames = Column(UnitFeatures.Names, "names not named before");
    private static readonly int Said = Column(UnitFeatures.Names, "a sentence says who spoke");

    // The log odds of what is not there.
    private const double Nothing = -9;

    private readonly PostCandidates candidates;
    private readonly Opinions first;
    private readonly float[][] headingRows;
    private readonly float[][] unitRows;
    private readonly Dictionary<int, double> levels = [];
    private readonly Dictionary<int, double> kinds = [];
    private readonly Dictionary<int, (double Sum, double Best)> below = [];
    private readonly double[] aboveBest;
    private readonly double expectedHeadings;
    private readonly double expectedUnits;

    internal SecondFeatures(PostCandidates candidates, Opinions first)
    {
        (this.candidates, this.first) = (candidates, first);
        headingRows = [.. first.Headings.Select(odds => (float[])[(float)odds, odds > 0 ? 1 : 0, (float)Chance(odds)])];
        unitRows = [.. first.Units.Select(odds => (float[])[(float)odds, odds > 0 ? 1 : 0, (float)Chance(odds)])];
        aboveBest = new double[first.Headings.Length];
        for (var i = 0; i < first.Headings.Length; i++)
        {
            var heading = candidates.Outline.Headings[i];
            levels[heading.Level] = levels.GetValueOrDefault(heading.Level) + headingRows[i][2];
            aboveBest[i] = heading.Parent is { } parent ? Math.Max(first.Headings[parent.Index], aboveBest[parent.Index]) : Nothing;
        }

        for (var i = 0; i < first.Units.Length; i++)
        {
            var unit = candidates.Units[i];
            kinds[KindOf(unit)] = kinds.GetValueOrDefault(KindOf(unit)) + unitRows[i][2];
            var (sum, best) = below.GetValueOrDefault(unit.Heading, (0, Nothing));
            below[unit.Heading] = (sum + unitRows[i][2], Math.Max(best, first.Units[i]));
        }

        expectedHeadings = headingRows.Sum(r => r[2]);
        expectedUnits = unitRows.Sum(r => r[2]);
    }

    /// <summary>The features of all headings.</summary>
    /// <param name="rows">Their features of the first stage.</param>
    internal float[][] Headings(float[][] rows)
    {
        var headings = candidates.Outline.Headings;
        var siblings =
            new GroupMeans(headingRows, [.. headings.Select(h => h.Parent is { } parent ? (parent.Index * 8) + h.Level : -h.Level)], 3);
        var level = new GroupMeans(headingRows, [.. headings.Select(h => h.Level)], 3);
        return [.. headings.Select((h, i) =>
        {
            var (near, same) = (siblings.Others(i), level.Others(i));
            var children = h.Children.Select(c => first.Headings[c.Index]).ToList();
            var (sum, best) = below.GetValueOrDefault(i, (0, Nothing));
            return Floats(
                first.Headings[i], near[0], near[1], siblings.Count(i), same[0], same[1], levels[h.Level],
                levels.Where(l => l.Key != h.Level).Select(l => l.Value).DefaultIfEmpty(0).Max(),
                h.Parent is { } parent ? first.Headings[parent.Index] : Nothing, aboveBest[i],
                children.Count == 0 ? Nothing : children.Average(), children.DefaultIfEmpty(Nothing).Max(), children.Sum(Chance),
                sum, best, expectedUnits, expectedHeadings, first.Post, first.Whole,
                i > 0 ? first.Headings[i - 1] : Nothing,
                i + 1 < headings.Count ? first.Headings[i + 1] : Nothing,
                h.Level, rows[i][Role], rows[i][HeadingWords], rows[i][HeadingTalkWords], rows[i][Person],
                rows[i][SpeakerBelow]);
        })];
    }

    /// <summary>The features of all units.</summary>
    /// <param name="rows">Their features of the first stage.</param>
    internal float[][] Units(float[][] rows)
    {
        var units = candidates.Units;
        var siblings = new GroupMeans(unitRows, [.. units.Select(u => u.Group)], 3);
        var named =
            new GroupMeans([.. rows.Select(row => (float[])[row[NewNames], row[Said] > 0 ? 1 : 0])], [.. units.Select(u => u.Group)], 2);
        var kind = new GroupMeans(unitRows, [.. units.Select(KindOf)], 3);
        var bestOfKind = units.Select((u, i) => (Kind: KindOf(u), Odds: first.Units[i])).GroupBy(u => u.Kind)
            .ToDictionary(g => g.Key, g => g.Max(u => u.Odds));
        var inside = new double[units.Count];
        for (var i = units.Count - 1; i >= 0; i--)
        {
            if (units[i].Holder >= 0)
                inside[units[i].Holder] += Math.Max(unitRows[i][2], inside[i]);
        }

        var beside = new GroupMeans(headingRows, [.. candidates.Outline.Headings.Select(h => h.Parent?.Index ?? -1)], 3);
        return [.. units.Select((u, i) =>
        {
            var (near, same) = (siblings.Others(i), kind.Others(i));
            var heading = u.Heading;
            return Floats(
                first.Units[i], near[0], near[1], siblings.Count(i),
                siblings.Count(i) == 0 ? 0 : near[2] * siblings.Count(i),
                same[0], same[1], kinds[KindOf(u)], expectedUnits - kinds[KindOf(u)], expectedHeadings,
                heading < 0 ? Nothing : first.Headings[heading],
                heading < 0 ? Nothing : Math.Max(first.Headings[heading], aboveBest[heading]),
                heading < 0 || beside.Count(heading) == 0 ? 0 : beside.Others(heading)[2] * beside.Count(heading),
                i > 0 ? first.Units[i - 1] : Nothing,
                i + 1 < units.Count ? first.Units[i + 1] : Nothing,
                u.Holder < 0 ? Nothing : first.Units[u.Holder],
                inside[i], first.Post, first.Whole,
                (int)u.Kind, u.Block.ListDepth, rows[i][Opens], rows[i][UnitTalkWords], rows[i][Length], rows[i][TextBelow],
                bestOfKind[KindOf(u)],
                first.Units[i] - near[0], first.Units[i] - same[0], bestOfKind[KindOf(u)] - first.Units[i],
                rows[i][NewNames], rows[i][Said], named.Others(i)[0], named.Others(i)[1]);
        })];
    }

    /// <summary>The features of the post.</summary>
    internal float[] Post()
    {
        var headings = first.Headings.OrderDescending().Take(2).ToList();
        var units = first.Units.OrderDescending().Take(2).ToList();
        return Floats(
            first.Post, first.Whole, expectedHeadings, At(headings, 0), At(headings, 1), expectedUnits, At(units, 0), At(units, 1),
            first.Headings.Length,
            first.Headings.Length == 0 ? Nothing : first.Headings[0],
            headingRows.Length == 0 ? 0 : headingRows.Average(r => r[1]),
            levels.Values.DefaultIfEmpty(0).Max());
    }

    /// <summary>The chance that odds stand for.</summary>
    internal static double Chance(double odds) => 1 / (1 + Math.Exp(-odds));

    private static int Column(IReadOnlyList<string> names, string name) => names.ToList().IndexOf(name);

    private static double At(List<double> odds, int index) => index < odds.Count ? odds[index] : Nothing;

    private static int KindOf(Unit unit) => ((int)unit.Kind * 100) + Math.Min(99, unit.Block.ListDepth);

    private static float[] Floats(params ReadOnlySpan<double> values)
    {
        var floats = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
            floats[i] = (float)values[i];
        return floats;
    }
}
