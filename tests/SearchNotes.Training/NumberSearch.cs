using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;

namespace SearchNotes.Training;

/// <summary>Chooses the decoder's numbers over the folds: for posts of every form, whole blogs and copies.</summary>
internal static class NumberSearch
{
    // Of the posts of a whole blog that are shown as talks, so many should be; more would cost too many of those found.
    private const double LeastShare = 0.94;
    private const double Allowance = 0.001;

    // Numbers so near each other are equally good; among these, whole blogs decide.
    private const double Equal = 0.006;

    // What an ordinary post of a whole blog costs that is shown, in wrong talks.
    private const int Price = 6;

    // What a post with talks of a whole blog costs that is not shown, in missed talks.
    private const int MissedPrice = 5;

    // What a wrong talk costs in a labelled post that holds none.
    private const double NoTalkPrice = 1.5;

    // A copy counts no more than so much for each of so many talks.
    private const double CopyWeight = 0.2;
    private const int MostOfCopy = 4;

    /// <summary>Looks for the decoder's numbers, one after another, from several beginnings; whole blogs decide among the ends that are
    /// equally good.</summary>
    /// <returns>The best, with what turns their odds into chances.</returns>
    internal static DecoderNumbers Of(List<(Example Example, Opinions Opinions)> judged)
    {
        var posts = judged.FindAll(j => !j.Example.IsCopy);
        var first = DecoderNumbers.Default;
        DecoderNumbers[] beginnings =
        [
            first, first with { PostShift = 1, MostPost = 3, Headings = -1, Units = -1, WholeShift = 1.5, LeastPost = -0.5 },
            first with { Headings = -0.5, Units = -0.75, Whole = 1, LeastPost = -0.5 },
            first with { Units = -0.25, SurePost = 0.5, LeastPost = -0.5, Blog = 0.5 },
            first with { PostShift = 0.5, MostPost = 2, Headings = 0.25, Units = -0.25, WholeShift = 1.25, LeastPost = 0.25, Blog = 1 },
        ];
        var ends = beginnings.Select(begin => Search(judged, begin)).ToList();
        var least = ends.Max(end => end.Value) - Equal;
        foreach (var (numbers, value) in ends)
            Console.WriteLine($"{value:0.0000} {numbers}");
        var best = ends.Where(end => end.Value >= least).Select(end => OfBlogs(posts, end.Numbers)).MaxBy(end => end.Found).Numbers;
        foreach (var group in posts.Where(j => j.Example.Labels is not null).GroupBy(j => Report.Group(j.Example)))
            Console.WriteLine($"{group.Key} {F1(group, best):0.000}");
        best = Calibration.Fit(posts, best);
        Console.WriteLine($"best numbers {best}");
        Report.Print(judged, best, "best numbers");
        Calibration.Print(posts, best);
        return best;
    }

    // What separates a blog from a folder moves nothing but whole blogs: the step at which enough of what they show is right and most is found.
    private static (DecoderNumbers Numbers, double Found) OfBlogs(List<(Example Example, Opinions Opinions)> posts, DecoderNumbers numbers)
    {
        var steps = Steps(-0.5, 3, 0.25).Select(v => numbers with { Blog = v })
            .Select(step => (Numbers: step, Blogs: OfWholeBlogs(posts, step))).ToList();
        Console.WriteLine(numbers);
        foreach (var (step, (share, found)) in steps)
            Console.WriteLine($"blog {step.Blog}: shown posts that are talks {share:0.000}, talk posts found {found:0.000}");
        var (best, blogs) = steps.Where(step => step.Blogs.Share >= LeastShare).DefaultIfEmpty(steps[^1]).MaxBy(step => step.Blogs.Found);
        return (best, blogs.Found);
    }

    private static (double Share, double Found) OfWholeBlogs(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        var posts = judged.Where(j => Report.IsOfWholeBlog(j.Example) && j.Example.Post >= 0)
            .Select(j => (IsTalk: j.Example.Post == 1, IsShown: BlogOpinions.Read(j.Example, j.Opinions, numbers).HasTalks,
                j.Example.Share)).ToList();
        double Sum(Func<(bool IsTalk, bool IsShown, float Share), bool> which) => posts.Where(which).Sum(p => p.Share);
        var right = Sum(p => p is { IsTalk: true, IsShown: true });
        return (right / Math.Max(1.0, Sum(p => p.IsShown)), right / Math.Max(1.0, Sum(p => p.IsTalk)));
    }

    private static double F1(IEnumerable<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers) =>
        judged.Select(j => Score.Of(j.Example, BlogOpinions.Read(j.Example, j.Opinions, numbers)))
            .Aggregate(new Score(), (sum, score) => sum + score).F1;

    private static (DecoderNumbers Numbers, double Value) Search(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers best)
    {
        var value = Value(judged, best);
        for (var round = 0; round < 3; round++)
        {
            var before = value;
            foreach (var next in (Func<DecoderNumbers, IEnumerable<DecoderNumbers>>[])
            [
                n => Steps(0, 1.5, 0.25).Select(v => n with { PostShift = v }),
                n => Steps(-1.5, 1.5, 0.25).Select(v => n with { Headings = v }),
                n => Steps(-1.5, 0, 0.25).Select(v => n with { Units = v }),
                n => Steps(-1.5, 1.5, 0.25).Select(v => n with { Whole = v }),
                n => Steps(0, 1.5, 0.25).Select(v => n with { WholeShift = v }),
                n => Steps(1, 5, 1).Select(v => n with { MostPost = v }),
                n => Steps(-2.25, 1, 0.25).Select(v => n with { LeastPost = v }),
                n => Steps(0, 2.5, 0.5).SelectMany(v => Steps(0, 3, 0.5).Select(d => n with { SurePost = v, LessDoubt = d })),
                n => Steps(0, 2, 0.25).Select(v => n with { Blog = v }),
                n => Steps(-1, 1, 0.25).Select(v => n with { LeastPost = n.LeastPost - v, Blog = Math.Max(0, n.Blog + v) }),
                n => Steps(0, 1, 0.125).Select(v => n with { LeastUnit = v }),
                n => Steps(0, 1.5, 0.25).Select(v => n with { LeastWhole = v }),
            ])
            {
                foreach (var numbers in next(best).ToList())
                {
                    if (Value(judged, numbers) is var other && other > value + 1e-4)
                        (best, value) = (numbers, other);
                }
            }

            if (value == before)
                break;
        }

        // Of thresholds that cost next to nothing the highest: a wrong talk that is shown costs more trust than one that is missed.
        var least = value - Allowance;
        foreach (var numbers in Steps(best.LeastUnit, 1, 0.125).Select(v => best with { LeastUnit = v }).ToList())
        {
            if (Value(judged, numbers) is var other && other >= least)
                (best, value) = (numbers, other);
        }

        return (best, value);
    }

    // F1 where talks are labelled, and what whole blogs lose: an ordinary post shown as talks costs as much as several wrong talks, for it
    // costs trust.
    private static double Value(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        double found = 0, lost = 0;
        foreach (var (weight, score) in judged.AsParallel().AsOrdered()
            .Select(j => Costs(j.Example, BlogOpinions.Read(j.Example, j.Opinions, numbers))).ToList())
        {
            found += weight * score.Found;
            lost += weight * (score.Wrong + score.Missed);
        }

        return 2 * found / Math.Max(1, (2 * found) + lost);
    }

    private static (double Weight, Score Score) Costs(Example example, Reading reading)
    {
        if (example.IsCopy)
        {
            var copy = Score.Of(example, reading);
            return (Math.Min(CopyWeight, CopyWeight * MostOfCopy / Math.Max(1, copy.Found + copy.Wrong + copy.Missed)), copy);
        }

        // The set for odd forms counts twice: the label files hold few of them.
        if (example.Labels is not null)
            return ((example.Set == Report.OddForms ? 2 : 1) * (example.Post == 0 ? NoTalkPrice : 1), Score.Of(example, reading));

        // Those taken by lot count a third: nobody looked at them.
        return (example.Share, new Score(Wrong: reading.HasTalks && example.Post == 0 ? (Report.IsOfWholeBlog(example) ? Price : Price / 3) : 0,
            Missed: !reading.HasTalks && example.Post == 1 ? MissedPrice : 0));
    }

    private static IEnumerable<double> Steps(double from, double to, double step)
    {
        for (var value = from; value <= to + 1e-9; value += step)
            yield return Math.Round(value, 3);
    }
}
