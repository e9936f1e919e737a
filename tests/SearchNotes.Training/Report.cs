using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Prints how well posts are read that the model had not seen.</summary>
internal static class Report
{
    private const string Blogs = "blogs";

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
        var read = judged.ConvertAll(j => (j.Example, j.Opinions, Reading: TalkDecoder.Read(j.Example.Candidates, j.Opinions, numbers)));
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

    /// <summary>Looks for the decoder's numbers, one after another.</summary>
    /// <returns>The best, with what turns their odds into chances.</returns>
    internal static DecoderNumbers Search(List<(Example Example, Opinions Opinions)> judged)
    {
        var best = DecoderNumbers.Default;
        var value = Value(judged, best);
        for (var round = 0; round < 2; round++)
        {
            foreach (var next in (Func<DecoderNumbers, IEnumerable<DecoderNumbers>>[])
            [
                n => Steps(0, 1.5, 0.25).Select(v => n with { PostShift = v }), n => Steps(-1.5, 1.5, 0.25)
                .Select(v => n with { Headings = v }), n => Steps(-1.5, 1.5, 0.25).Select(v => n with { Units = v }),
                n => Steps(-1.5, 1.5, 0.25).Select(v => n with { Whole = v }), n => Steps(0, 1.5, 0.25)
                .Select(v => n with { WholeShift = v }), n => Steps(1, 5, 1).Select(v => n with { MostPost = v }),
                n => Steps(-2.25, 1, 0.25).Select(v => n with { LeastPost = v }),
                n => Steps(0, 2.5, 0.5).SelectMany(v => Steps(0, 3, 0.5).Select(d => n with { SurePost = v, LessDoubt = d })),
            ])
            {
                foreach (var numbers in next(best).ToList())
                {
                    if (Value(judged, numbers) is var other && other > value + 1e-4)
                        (best, value) = (numbers, other);
                }
            }
        }

        best = Calibration.Fit(judged, best);
        Console.WriteLine($"best numbers {best}: {value:0.000}");
        Print(judged, best, "best numbers");
        Calibration.Print(judged, best);
        return best;
    }

    // F1 where talks are labelled, and what whole blogs lose: an ordinary post shown as talks costs as much as six wrong talks, for it
    // costs trust.
    private static double Value(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        var score = new Score();
        int wrong = 0, missed = 0;
        foreach (var (example, opinions) in judged)
        {
            var reading = TalkDecoder.Read(example.Candidates, opinions, numbers);
            if (example.Labels is not null)
            {
                score += Score.Of(example, reading);
                continue;
            }

            var isShown = reading.HasTalks;
            // Those taken by lot count half: nobody looked at them.
            wrong += isShown && example.Post == 0 ? (example.Set == Blogs ? 6 : 2) : 0;
            missed += !isShown && example.Post == 1 ? 1 : 0;
        }

        return (score with { Wrong = score.Wrong + wrong, Missed = score.Missed + (2 * missed) }).F1;
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
