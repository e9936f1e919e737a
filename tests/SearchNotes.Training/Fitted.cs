using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;

namespace SearchNotes.Training;

/// <summary>A model learned from some examples.</summary>
/// <param name="Odds">The words.</param>
/// <param name="First">The trees of the first stage.</param>
/// <param name="Second">Those of the second.</param>
internal sealed record Fitted(CountedWords.Odds Odds, Ensemble[] First, Ensemble[] Second)
{
    private const float OrdinaryWeight = 0.5f;

    // The examples of the specification are short and few, and each stands for many posts.
    private const float OwnWeight = 10;
    private const float CopyWeight = 0.25f;
    private const float CopiedHeadingWeight = 0.15f;
    private const float CopiedUnitWeight = 0.3f;
    private const float RewrittenWeight = 0.1f;
    private const float CollectedWeight = 0.4f;
    private const float MostCopied = 12;
    private const int InnerFolds = 6;

    /// <summary>How the trees of each question grow.</summary>
    internal static Growth[] FirstGrowth { get; } = [new(Rounds: 120, Depth: 4, Runs: 6), new(Rounds: 100, Depth: 4, Runs: 6), new(), new()];

    /// <summary>The same in the second stage.</summary>
    internal static Growth[] SecondGrowth { get; } =
    [
        new(Rounds: 60, Depth: 3, Columns: 0.6, Runs: 6), new(Rounds: 60, Depth: 3, Columns: 0.6, Runs: 6),
        new(Rounds: 80, Depth: 4, Columns: 0.5), new(Rounds: 80, Depth: 4, Columns: 0.5),
    ];

    /// <summary>Learns. The second stage hears opinions of first stages that had not seen the post's repository.</summary>
    internal static Fitted Of(CountedWords words, IReadOnlyList<Example> examples)
    {
        var repos = examples.Select(e => e.Repo).Distinct().Order(StringComparer.Ordinal).ToList();
        var folds = Folds.Of(examples.Where(e => !e.IsCopy), InnerFolds);
        var heard = new List<(Example Example, SecondRows Rows)>();
        foreach (var fold in folds)
        {
            var rest = examples.Where(e => !fold.Contains(e.Repo)).ToList();
            var restOdds = words.Of([.. rest.Select(e => e.Repo).Distinct()]);
            var trees = FitFirst(rest, restOdds, [.. FirstGrowth.Select(g => g with { Runs = 1 })]);
            heard.AddRange(examples.Where(e => fold.Contains(e.Repo)).AsParallel().AsOrdered()
                .Select(e => (e, Seconds(e, Rows(e, restOdds), trees))));
        }

        var odds = words.Of(repos);
        return new Fitted(odds, FitFirst(examples, odds, FirstGrowth), FitSecond(heard));
    }

    /// <summary>What it thinks of a post.</summary>
    internal Opinions Judge(Example example)
    {
        var rows = Rows(example, Odds);
        var first = SplitModel.FirstOpinions(rows, [.. First.Select(e => e.Trees)]);
        return first.Post < SplitModel.Gate ? Opinions.OfOrdinary(first.Post)
            : SplitModel.Together(first, SplitModel.SecondOpinions(Seconds(example, rows, First), [.. Second.Select(e => e.Trees)]));
    }

    private static FirstRows Rows(Example example, CountedWords.Odds odds)
    {
        var view = new PostView(example.Candidates, example.IsBlind ? new StoredWordOdds(odds.Bias) : odds.For(example.Repo));
        return FirstRows.Of(view, PostFeatures.Of(view));
    }

    private static SecondRows Seconds(Example example, FirstRows rows, Ensemble[] first)
    {
        var features = new SecondFeatures(example.Candidates, SplitModel.FirstOpinions(rows, [.. first.Select(e => e.Trees)]));
        return new SecondRows(features.Post(), features.Headings(rows.Headings), features.Units(rows.Units));
    }

    private static Ensemble[] FitFirst(IReadOnlyList<Example> examples, CountedWords.Odds odds, Growth[] growth)
    {
        var all = examples.AsParallel().AsOrdered()
            .Select(e => (Example: e, Rows: Rows(e, odds))).ToList();
        return Fit(all.Select(a => (a.Example, a.Rows.Post, a.Rows.Headings, a.Rows.Units)), growth);
    }

    private static Ensemble[] FitSecond(List<(Example Example, SecondRows Rows)> all) =>
        Fit(all.Select(a => (a.Example, a.Rows.Post, a.Rows.Headings, a.Rows.Units)), SecondGrowth);

    private static float WeightOf(Example example) => example.Share * (example.IsCopy ? CopyWeight : 1)
        * (example.Set == LabelledData.Own ? OwnWeight : example.Labels is null ? OrdinaryWeight : 1);

    private static float WeightOfPost(Example example, float weight) => Math.Max(weight, example.Share * (example.IsCopy ? CopyWeight : 1));

    private static Ensemble[] Fit(IEnumerable<(Example Example, float[] Post, float[][] Headings, float[][] Units)> all, Growth[] growth)
    {
        List<Row> posts = [], wholes = [], headings = [], units = [];
        foreach (var (example, post, ofHeadings, ofUnits) in all)
        {
            var weight = WeightOf(example);
            Add(posts, post, example.Post, example.CopyKind == CopyKind.Collected ? CollectedWeight
                : example.IsRewritten ? RewrittenWeight : WeightOfPost(example, weight));
            Add(wholes, post, example.Whole, WeightOfPost(example, weight));
            // A long copy, such as a collection, counts no more than so many headings.
            var ofHeading = example.IsCopy ? CopiedHeadingWeight * Math.Min(1, MostCopied / Math.Max(1, ofHeadings.Length)) : weight;
            for (var i = 0; i < ofHeadings.Length && example.HasPlaces; i++)
                Add(headings, ofHeadings[i], example.Headings[i], ofHeading);
            for (var i = 0; i < ofUnits.Length && example is { HasPlaces: true, CopyKind: CopyKind.None or CopyKind.Listed }; i++)
            {
                if (example.Teaches(i))
                    Add(units, ofUnits[i], example.Units[i], example.IsCopy ? CopiedUnitWeight : weight);
            }
        }

        var ensembles = new Ensemble[4];
        Parallel.For(0, 4, i => ensembles[i] = TreeTrainer.Fit(i switch { 0 => posts, 1 => wholes, 2 => headings, _ => units }, growth[i]));
        return ensembles;
    }

    private static void Add(List<Row> rows, float[] features, sbyte target, float weight)
    {
        if (target >= 0)
            rows.Add(new Row(features, target == 1, weight));
    }
}
