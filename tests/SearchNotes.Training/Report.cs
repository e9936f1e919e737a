using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Prints how well posts are read that the model had not seen.</summary>
internal static class Report
{
    private const string Blogs = "blogs";

    // Of the posts of a whole blog that are shown as talks, so many should be; more would cost too many of those found.
    private const double LeastShare = 0.93;
    private const double Allowance = 0.001;

    // In wrong talks.
    private static readonly int[] Prices = [4, 6, 9, 12];

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["heading"] = "headings",
        ["heading-no-space"] = "headings",
        ["list-item"] = "lists",
        ["paragraph"] = "paragraphs",
        ["bold-lead"] = "paragraphs",
        ["whole-post"] = "one talk",
    };

    /// <summary>Prints the tables.</summary>
    internal static void Print(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers, string title)
    {
        Console.WriteLine(title);
        var read = judged.ConvertAll(j => (j.Example, j.Opinions, Reading: BlogOpinions.Read(j.Example, j.Opinions, numbers)));
        foreach (var set in read.Where(r => r.Example.Labels is not null).GroupBy(r => r.Example.Set))
            Console.WriteLine($"{set.Key,-14} {Sum(set)}");
        Console.WriteLine($"{"all but more",-14} {Sum(read.Where(r => r.Example.Labels is not null && r.Example.Set != "more"))}");
        foreach (var isMore in (bool[])[true, false])
        {
            foreach (var form in read.Where(r => r.Example.Labels is not null && r.Example.Set == "more" == isMore)
                .GroupBy(r => Form(r.Example)).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                Console.WriteLine($"{(isMore ? "more" : "others"),-6} {form.Key,-14} {Sum(form)}");
            }
        }

        Console.WriteLine($"loss: {string.Join(", ", Enum.GetValues<Question>().Select(q => $"{q} {Loss(judged, q):0.0000}"))}");
        int right = 0, wrong = 0, missed = 0, talks = 0;
        foreach (var blog in read.Where(r => r.Example.Set == Blogs).GroupBy(r => r.Example.Repo))
        {
            var shown = blog.Where(r => r.Reading.HasTalks).ToList();
            var (ok, no) = (shown.Count(r => r.Example.Post == 1), shown.Count(r => r.Example.Post == 0));
            var all = blog.Count(r => r.Example.Post == 1);
            Console.WriteLine(
                $"{blog.Key,-40} {blog.Count(),4} posts  shown: right {ok}, wrong {no}, either {shown.Count - ok - no}; missed {all - ok} of {all}");
            (right, wrong, missed, talks) = (right + ok, wrong + no, missed + all - ok, talks + all);
        }

        Console.WriteLine(
            $"whole blogs: shown posts that are talks {right / Math.Max(1.0, right + wrong):0.000}, talk posts found {right / Math.Max(1.0, talks):0.000}");
        if (Environment.GetEnvironmentVariable("VERBOSE") is not null)
            Mistakes(read);
    }

    // The mean logistic loss, each repository weighing the root of its rows: it tells two models apart where F1 is chance.
    private static double Loss(List<(Example Example, Opinions Opinions)> judged, Question question)
    {
        var byRepo = judged.GroupBy(j => j.Example.Repo).Select(g => g.SelectMany(j => Answers(j.Example, j.Opinions, question))
            .Where(a => a.Target >= 0).Select(a => Math.Log(1 + Math.Exp(a.Target == 1 ? -a.Odds : a.Odds))).ToList())
            .Where(losses => losses.Count > 0).ToList();
        return byRepo.Sum(losses => losses.Sum() / Math.Sqrt(losses.Count)) / byRepo.Sum(losses => Math.Sqrt(losses.Count));
    }

    private static IEnumerable<(sbyte Target, double Odds)> Answers(Example example, Opinions opinions, Question question) =>
        question switch
        {
            Question.Post => [(example.Post, opinions.Post)],
            _ when opinions.IsOrdinary || !example.HasPlaces => [],
            Question.Whole => [(example.Whole, opinions.Whole)],
            Question.Heading => example.Headings.Zip(opinions.Headings),
            _ => example.Units.Zip(opinions.Units),
        };

    private static void Mistakes(List<(Example Example, Opinions Opinions, Reading Reading)> read)
    {
        foreach (var (example, opinions, reading) in read)
        {
            if (example.Labels is null)
            {
                var isShown = reading.HasTalks;
                if (example.Post >= 0 && isShown != (example.Post == 1))
                {
                    Console.WriteLine(
                        $"  {(isShown ? "WRONG" : "MISSED")} {example.Repo} {example.Candidates.Outline.Post.Path} post {opinions.Post:0.0} whole {opinions.Whole:0.0} {reading.Whole is not null} {string.Join(',', Score.Lines(example, reading).Take(8))}");
                }
            }
            else if (Score.Of(example, reading) is { } score && score.Wrong + score.Missed > 0)
            {
                Console.WriteLine(
                    $"  {example.Set} {example.Labels.File} post {opinions.Post:0.0} whole {opinions.Whole:0.0} {reading.Whole is not null} found {score.Found} wrong {score.Wrong} missed {score.Missed} got {string.Join(',', Score.Lines(example, reading).Take(12))} want {string.Join(',', example.Labels.Talks.Where(t => !t.Optional).Select(t => t.Line + t.Form[..1]).Take(12))}");
            }
        }
    }

    /// <summary>Looks for the decoder's numbers, one after another, from several beginnings; for the first price of a wrongly shown post at
    /// which whole blogs show as few of them as they should.</summary>
    /// <returns>The best, with what turns their odds into chances.</returns>
    internal static DecoderNumbers Search(List<(Example Example, Opinions Opinions)> judged)
    {
        var first = DecoderNumbers.Default;
        DecoderNumbers[] beginnings =
        [
            first, first with { PostShift = 1, MostPost = 3, Headings = -1, Units = -1, WholeShift = 1.5, LeastPost = 0.25 },
            first with { Headings = -0.5, Units = -0.75, Whole = 1, LeastPost = 0.5 },
        ];
        DecoderNumbers best = first, chosen = first;
        var isChosen = false;
        foreach (var price in Prices)
        {
            // What was best at a lower price is where the next one begins.
            (best, var value) = (price == Prices[0] ? beginnings : [best]).Select(begin => Search(judged, begin, price))
                .MaxBy(found => found.Value);
            var (share, found) = OfWholeBlogs(judged, best);
            Console.WriteLine($"price {price}: {value:0.000}; label files {F1(judged, best, isMore: false):0.000}, more "
                + $"{F1(judged, best, isMore: true):0.000}; whole blogs: shown posts that are talks {share:0.000}, talk posts found {found:0.000}");
            if (isChosen)
                continue;
            (chosen, isChosen) = (best, share >= LeastShare);
        }

        best = Calibration.Fit(judged, chosen);
        Console.WriteLine($"best numbers {best}");
        Print(judged, best, "best numbers");
        Calibration.Print(judged, best);
        return best;
    }

    private static (double Share, double Found) OfWholeBlogs(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        var posts = judged.Where(j => j.Example.Set == Blogs && j.Example.Post >= 0)
            .Select(j => (IsTalk: j.Example.Post == 1, IsShown: BlogOpinions.Read(j.Example, j.Opinions, numbers).HasTalks)).ToList();
        var right = posts.Count(p => p.IsTalk && p.IsShown);
        return (right / Math.Max(1.0, posts.Count(p => p.IsShown)), right / Math.Max(1.0, posts.Count(p => p.IsTalk)));
    }

    private static double F1(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers, bool isMore) =>
        judged.Where(j => j.Example.Labels is not null && j.Example.Set == "more" == isMore)
            .Select(j => Score.Of(j.Example, BlogOpinions.Read(j.Example, j.Opinions, numbers)))
            .Aggregate(new Score(), (sum, score) => sum + score).F1;

    private static (DecoderNumbers Numbers, double Value) Search(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers best,
        int price)
    {
        var value = Value(judged, best, price);
        for (var round = 0; round < 3; round++)
        {
            var before = value;
            foreach (var next in (Func<DecoderNumbers, IEnumerable<DecoderNumbers>>[])
            [
                n => Steps(0, 1.5, 0.25).Select(v => n with { PostShift = v }), n => Steps(-1.5, 1.5, 0.25)
                .Select(v => n with { Headings = v }), n => Steps(-1.5, 1.5, 0.25).Select(v => n with { Units = v }),
                n => Steps(-1.5, 1.5, 0.25).Select(v => n with { Whole = v }), n => Steps(0, 1.5, 0.25)
                .Select(v => n with { WholeShift = v }), n => Steps(1, 5, 1).Select(v => n with { MostPost = v }),
                n => Steps(-2.25, 1.5, 0.25).Select(v => n with { LeastPost = v }),
                n => Steps(0, 2.5, 0.5).SelectMany(v => Steps(0, 3, 0.5).Select(d => n with { SurePost = v, LessDoubt = d })),
                n => Steps(0, 2, 0.25).Select(v => n with { Blog = v }), n => Steps(0, 1, 0.125).Select(v => n with { LeastUnit = v }),
                n => Steps(0, 1.5, 0.25).Select(v => n with { LeastWhole = v }),
            ])
            {
                foreach (var numbers in next(best).ToList())
                {
                    if (Value(judged, numbers, price) is var other && other > value + 1e-4)
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
            if (Value(judged, numbers, price) is var other && other >= least)
                (best, value) = (numbers, other);
        }

        return (best, value);
    }

    // F1 where talks are labelled, and what whole blogs lose: an ordinary post shown as talks costs as much as several wrong talks, for it
    // costs trust.
    private static double Value(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers, int price) =>
        judged.AsParallel().Select(j => Costs(j.Example, BlogOpinions.Read(j.Example, j.Opinions, numbers), price))
            .Aggregate(new Score(), (sum, score) => sum + score).F1;

    private static Score Costs(Example example, Reading reading, int price)
    {
        if (example.Labels is not null)
            return Score.Of(example, reading);
        // Those taken by lot count a third: nobody looked at them.
        return new Score(Wrong: reading.HasTalks && example.Post == 0 ? (example.Set == Blogs ? price : price / 3) : 0,
            Missed: !reading.HasTalks && example.Post == 1 ? 2 : 0);
    }

    private static IEnumerable<double> Steps(double from, double to, double step)
    {
        for (var value = from; value <= to + 1e-9; value += step)
            yield return Math.Round(value, 3);
    }

    private static string Form(Example example)
    {
        var required = example.Labels!.Talks.Where(t => !t.Optional).ToList(); // Only posts with labels have a form.
        if (required.Count == 0)
            return example.Labels.Talks.Count == 0 ? "no talk" : "none required";
        // At least one is there.
        return required.Count == 1 && example.Labels.Kind == "single-talk"
            ? "one talk" : Forms[required.GroupBy(t => t.Form).MaxBy(g => g.Count())!.Key];
    }

    private static Score Sum(IEnumerable<(Example Example, Opinions Opinions, Reading Reading)> read) =>
        read.Aggregate(new Score(), (sum, r) => sum + Score.Of(r.Example, r.Reading));
}
