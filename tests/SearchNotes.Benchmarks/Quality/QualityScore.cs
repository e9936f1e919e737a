using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>How well a query was answered.</summary>
/// <param name="Query">The query.</param>
/// <param name="Ndcg">nDCG of the first ten hits; the grade is the gain.</param>
/// <param name="Recall10">Share of the relevant talks in the first ten hits.</param>
/// <param name="Recall100">Share of the relevant talks in the first hundred hits.</param>
/// <param name="IsEmpty">Whether there were no hits.</param>
/// <param name="IsNear">Whether the hits were marked as near matches only.</param>
internal sealed record QualityScore(JudgedQuery Query, double Ndcg, double Recall10, double Recall100, bool IsEmpty, bool IsNear)
{
    private const int Depth = 10;
    private const int RecallDepth = 100;

    /// <summary>Searches for a query and scores the answer.</summary>
    public static QualityScore Of(TalkSearcher searcher, JudgedQuery query)
    {
        var answer = searcher.Search(
            new SearchRequest { Query = query.Text, PerPage = RecallDepth, Facets = [], Budget = TimeSpan.FromMinutes(1) });
        var grades = new HitJudge(query).Grades(answer.Hits.Select(hit => hit.Talk));
        return new QualityScore(
            query, NdcgOf(query, grades), Recall(Depth), Recall(RecallDepth), answer.Total == 0, answer.NearOnly);

        double Recall(int depth) =>
            query.Relevant.Count == 0 ? 0 : grades.Take(depth).Count(grade => grade > 0) / (double)query.Relevant.Count;
    }

    /// <summary>Returns nDCG of the first ten of the grades.</summary>
    public static double NdcgOf(JudgedQuery query, IReadOnlyList<int> grades) =>
        query.Relevant.Count == 0 ? 0 : Gain(grades) / Gain(query.Relevant.Select(talk => talk.Grade).OrderDescending());

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Depth).Index().Sum(grade => grade.Item / Math.Log2(grade.Index + 2));
}
