using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Prints how well posts are read that the model had not seen.</summary>
internal static class Report
{
    /// <summary>The set of posts in odd forms.</summary>
    internal const string OddForms = "more";

    private static readonly string[] NewSets =
        ["eighth-set", "ninth-set", "tenth-set", "eleventh-set", "more-blogs-talks", "third-blogs-talks"];

    // The last one has the posts of the one before whose talks are labelled.
    private static readonly string[] WholeBlogs = ["blogs", "more-blogs", "more-blogs-talks", "third-blogs", "third-blogs-talks"];

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
        var all = judged.ConvertAll(j => (j.Example, j.Opinions, Reading: BlogOpinions.Read(j.Example, j.Opinions, numbers)));
        var copies = all.Where(r => r.Example.IsCopy).GroupBy(r => (r.Example.CopyKind, IsTalk: r.Example.Post == 1));
        foreach (var kind in copies.OrderBy(g => g.Key))
            Console.WriteLine($"copies {kind.Key.CopyKind,-12} {(kind.Key.IsTalk ? "talks" : "none"),-6} {Sum(kind)}");
        var read = all.FindAll(r => !r.Example.IsCopy);
        var labelled = read.FindAll(r => r.Example.Labels is not null);
        foreach (var set in labelled.GroupBy(r => r.Example.Set))
            Console.WriteLine($"{set.Key,-14} {Sum(set)}");
        foreach (var group in labelled.GroupBy(r => Group(r.Example)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"all {group.Key,-10} {Sum(group)}");
            foreach (var form in group.GroupBy(r => Form(r.Example)).OrderBy(g => g.Key, StringComparer.Ordinal))
                Console.WriteLine($"{group.Key,-6} {form.Key,-14} {Sum(form)}");
        }

        Console.WriteLine($"loss: {string.Join(", ", Enum.GetValues<Question>().Select(q => $"{q} {Loss(read, q):0.0000}"))}");
        PrintBlogs(read);
        if (Environment.GetEnvironmentVariable("VERBOSE") is not null)
            Mistakes(read);
    }

    private static void PrintBlogs(List<(Example Example, Opinions Opinions, Reading Reading)> read)
    {
        double right = 0, wrong = 0, talks = 0;
        foreach (var blog in read.Where(r => IsOfWholeBlog(r.Example)).GroupBy(r => r.Example.Repo))
        {
            var shown = blog.Where(r => r.Reading.HasTalks).ToList();
            var (ok, no) = (shown.Count(r => r.Example.Post == 1), shown.Count(r => r.Example.Post == 0));
            var all = blog.Count(r => r.Example.Post == 1);
            Console.WriteLine(
                $"{blog.Key,-40} {blog.Count(),4} posts  shown: right {ok}, wrong {no}, either {shown.Count - ok - no}; "
                    + $"missed {all - ok} of {all}");
            var share = blog.Where(r => r.Example.Post == 1).Select(r => r.Example.Share).DefaultIfEmpty(1).Min();
            (right, wrong, talks) = (right + (share * ok), wrong + no, talks + (share * all));
        }

        Console.WriteLine(
            $"whole blogs: shown posts that are talks {right / Math.Max(1.0, right + wrong):0.000}, "
                + $"talk posts found {right / Math.Max(1.0, talks):0.000}");
    }

    // The mean logistic loss, each repository weighing the root of its rows: it tells two models apart where F1 is chance.
    private static double Loss(List<(Example Example, Opinions Opinions, Reading Reading)> read, Question question)
    {
        var byRepo = read.GroupBy(j => j.Example.Repo).Select(g => g.SelectMany(j => Answers(j.Example, j.Opinions, question))
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
                        $"  {(isShown ? "WRONG" : "MISSED")} {example.Repo} {example.Path} post {opinions.Post:0.0} whole {opinions.Whole:0.0} "
                            + $"{reading.Whole is not null} {Join(Score.Lines(example, reading))}");
                }
            }
            else if (Score.Of(example, reading) is { } score && score.Wrong + score.Missed > 0)
            {
                Console.WriteLine(
                    $"  {example.Set} {example.Labels.File} post {opinions.Post:0.0} whole {opinions.Whole:0.0} {reading.Whole is not null} "
                        + $"found {score.Found} wrong {score.Wrong} missed {score.Missed} got {Join(Score.Lines(example, reading))} "
                        + $"want {Join(example.Labels.Talks.Where(t => !t.Optional).Select(t => t.Line + t.Form[..1]))}");
            }
        }
    }

    private static string Join<T>(IEnumerable<T> values) => string.Join(',', values.Take(12));

    /// <summary>The group of label sets of a post: the set for odd forms, the sets that came after it, and the others.</summary>
    internal static string Group(Example example) =>
        example.Set == OddForms ? OddForms : NewSets.Contains(example.Set) ? "new" : "others";

    /// <summary>Whether a post is one of a blog that was labelled as a whole.</summary>
    internal static bool IsOfWholeBlog(Example example) => WholeBlogs.Contains(example.Set);

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
