using System.Globalization;
using System.Text;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>A Markdown table of scores by class.</summary>
internal static class QualityTable
{
    private const int Rounds = 20_000;

    /// <summary>Returns the table.</summary>
    /// <param name="scores">The scores of the queries.</param>
    /// <param name="others">Earlier runs and other engines, each with the nDCG of each query. The table has the mean, the difference to it,
    /// and p of a paired randomisation test.</param>
    public static string Of(
        IReadOnlyList<QualityScore> scores, IReadOnlyList<(string Name, IReadOnlyDictionary<string, double> Ndcg)> others)
    {
        string[] columns = ["class", "queries", "nDCG@10", "R@10", "R@100", "empty", "near",
            .. others.SelectMany(other => new[] { other.Name, "change", "p" })];
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", columns)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(columns.Skip(1).Select(_ => "---:|"))}");
        var answered = scores.Where(s => s.Query.Relevant.Count > 0).ToList();
        foreach (var group in answered.GroupBy(s => s.Query.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
            AddRow(text, group.Key, [.. group], others);
        AddRow(text, "all", answered, others);
        var none = scores.Where(s => s.Query.Relevant.Count == 0).ToList();
        if (none.Count > 0)
        {
            var right = none.Count(s => s.IsEmpty || s.IsNear);
            text.AppendLine(
                CultureInfo.InvariantCulture, $"\nWithout an answer: {right} of {none.Count} come back empty or as near matches.");
        }

        return text.ToString();
    }

    private static void AddRow(StringBuilder text, string name, List<QualityScore> scores,
        IReadOnlyList<(string Name, IReadOnlyDictionary<string, double> Ndcg)> others)
    {
        if (scores.Count == 0)
            return;
        var ndcg = scores.Average(s => s.Ndcg);
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {scores.Count} | {ndcg:0.0000} | {scores.Average(s => s.Recall10):0.000} |");
        text.Append(CultureInfo.InvariantCulture, $" {scores.Average(s => s.Recall100):0.000} |");
        text.Append(CultureInfo.InvariantCulture, $" {scores.Count(s => s.IsEmpty)} | {scores.Count(s => s.IsNear)} |");
        foreach (var (_, earlier) in others)
        {
            var differences = scores.Where(s => earlier.ContainsKey(s.Query.Id)).Select(s => s.Ndcg - earlier[s.Query.Id]).ToList();
            var change = differences.Average();
            text.Append(CultureInfo.InvariantCulture, $" {ndcg - change:0.0000} | {change:+0.0000;-0.0000} | {P(differences):0.0000} |");
        }

        text.AppendLine();
    }

    /// <summary>Returns the two-sided p of a paired randomisation test: how often random signs yield as large a difference.</summary>
    private static double P(List<double> differences)
    {
        var changed = differences.Where(d => Math.Abs(d) > 1e-9).ToList();
        if (changed.Count == 0)
            return 1;
        var observed = Math.Abs(changed.Sum()) - 1e-12;
        var random = new Random(7);
        var asLarge = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            foreach (var d in changed)
                sum += random.Next(2) == 0 ? d : -d;
            if (Math.Abs(sum) >= observed)
                asLarge++;
        }

        return (asLarge + 1.0) / (Rounds + 1);
    }
}
