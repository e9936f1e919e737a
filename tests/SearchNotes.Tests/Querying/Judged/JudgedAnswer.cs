using SearchNotes.Querying;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>What a judged query was answered with.</summary>
internal sealed record JudgedAnswer(JudgedQuery Query, SearchResult Answer)
{
    /// <summary>How many hits are asked for and measured.</summary>
    public const int Depth = 10;

    public IReadOnlyList<int> Grades { get; } = [.. Answer.Hits.Select(hit => Query.GradeOf(hit.Talk.Talk.Id))];

    public bool IsEmpty => Answer.Hits.Count == 0;

    /// <summary>The page says by itself that it has no good answer.</summary>
    public bool IsRefused => IsEmpty || Answer.NearOnly;

    public double Recall(int depth) => Measures.Recall(Grades, [.. Query.Grades.Values], depth);

    public double ReciprocalRank => Measures.ReciprocalRank(Grades);

    public double Ndcg => Measures.Ndcg(Grades, [.. Query.Grades.Values], Depth);

    /// <summary>Judged talks that did not come, best first.</summary>
    public IEnumerable<string> Missed =>
        Query.Grades.Keys.Except(Answer.Hits.Select(hit => hit.Talk.Talk.Id))
            .OrderByDescending(Query.GradeOf).ThenBy(id => id, StringComparer.Ordinal);

    /// <summary>What is flagged in a hit, each spelling once.</summary>
    public static IEnumerable<string> Flagged(TalkHit hit) =>
        hit.TopicRuns.Concat(hit.SpeakerRuns.SelectMany(runs => runs)).Concat(hit.Matches.SelectMany(match => match.Runs))
            .Where(run => run.IsMatch).Select(run => run.Text.ReplaceLineEndings(" ")).Distinct(StringComparer.OrdinalIgnoreCase);
}
