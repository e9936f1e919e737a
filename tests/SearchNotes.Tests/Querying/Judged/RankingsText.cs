using System.Text;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>Rankings as a golden file: a block for each query, its first five hits with grade, id and flagged words, then where the other
/// judged talks are. No scores: they differ in the last digit between machines.</summary>
internal static class RankingsText
{
    private const int Shown = 5;

    public static string Write(IEnumerable<JudgedAnswer> rankings)
    {
        var text = new StringBuilder();
        foreach (var ranking in rankings)
            Append(text, ranking);
        return text.ToString();
    }

    /// <summary>The blocks of such a text by their first line.</summary>
    public static IReadOnlyDictionary<string, string[]> Blocks(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Trim('\n').Split('\n'))
            .ToDictionary(lines => lines[0], lines => lines[1..], StringComparer.Ordinal);

    private static void Append(StringBuilder text, JudgedAnswer ranking)
    {
        text.Append(ranking.Query.Class).Append(" · ").Append(ranking.Query.Text).Append('\n');
        var remarks = string.Join("; ", Remarks(ranking));
        if (remarks.Length > 0)
            text.Append("     ").Append(remarks).Append('\n');
        foreach (var (index, hit) in ranking.Answer.Hits.Index().Where(hit => hit.Index < Shown || ranking.Grades[hit.Index] > 0))
        {
            var flagged = index < Shown ? string.Join(" · ", JudgedAnswer.Flagged(hit)) : "";
            text.Append($"  {index + 1,-2} {Grade(ranking.Grades[index])} {hit.Talk.Talk.Id}  {flagged}".TrimEnd()).Append('\n');
        }

        foreach (var id in ranking.Missed)
            text.Append($"  -  {Grade(ranking.Query.GradeOf(id))} {id}\n");
        text.Append('\n');
    }

    // A hit that nobody judged right gets a point, so that it stands out.
    private static string Grade(int grade) => grade == 0 ? "." : $"{grade}";

    private static IEnumerable<string> Remarks(JudgedAnswer ranking)
    {
        var answer = ranking.Answer;
        if (ranking.IsEmpty)
            yield return "no hits";
        if (answer.NearOnly)
            yield return "near matches only";
        if (answer.Absent.Count > 0)
            yield return $"absent: {string.Join(", ", answer.Absent)}";
        if (answer.GivenUp.Count > 0)
            yield return $"given up: {string.Join(", ", answer.GivenUp)}";
        foreach (var correction in answer.Corrections)
            yield return $"{correction.From} → {correction.To}{(correction.Applied ? "" : ", offered")}";
    }
}
