using System.Globalization;
using System.Text;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>The measures over all queries and for each class, as a golden file.</summary>
internal static class SummaryText
{
    public static string Write(IReadOnlyList<JudgedAnswer> rankings, IReadOnlySet<string> indexed)
    {
        var text = new StringBuilder(Table(rankings));
        AppendUnknown(text, rankings, indexed);
        return text.ToString();
    }

    public static string Table(IReadOnlyList<JudgedAnswer> rankings)
    {
        var answered = rankings.Where(ranking => ranking.Query.HasAnswer).ToList();
        var unanswered = rankings.Where(ranking => !ranking.Query.HasAnswer).ToList();
        var text = new StringBuilder("class                     queries  recall@1  recall@5    MRR  nDCG@10\n");
        AppendRow(text, "all", answered);
        foreach (var group in answered.GroupBy(ranking => ranking.Query.Class))
            AppendRow(text, group.Key, [.. group]);

        return text.Append(CultureInfo.InvariantCulture, $"""

            Without an answer: {unanswered.Count(ranking => ranking.IsRefused)} of {unanswered.Count} come back empty or as near matches only.
            With an answer: {answered.Count(ranking => ranking.IsEmpty)} of {answered.Count} come back empty, {answered.Count(ranking => ranking.Answer.NearOnly)} as near matches only.

            """).ToString().ReplaceLineEndings("\n");
    }

    private static void AppendRow(StringBuilder text, string name, List<JudgedAnswer> rankings) =>
        text.Append(CultureInfo.InvariantCulture,
            $"{name,-25} {rankings.Count,7} {rankings.Average(r => r.Recall(1)),9:F3} {rankings.Average(r => r.Recall(5)),9:F3} {rankings.Average(r => r.ReciprocalRank),6:F3} {rankings.Average(r => r.Ndcg),8:F3}\n");

    private static void AppendUnknown(StringBuilder text, IReadOnlyList<JudgedAnswer> rankings, IReadOnlySet<string> indexed)
    {
        var unknown = rankings.SelectMany(ranking => ranking.Query.Grades.Keys).Distinct().Where(id => !indexed.Contains(id))
            .Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return;

        text.Append("\nJudged talks that the splitter does not make:\n");
        foreach (var id in unknown)
            text.Append("  ").Append(id).Append('\n');
    }
}
