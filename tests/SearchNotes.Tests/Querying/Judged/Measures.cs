namespace SearchNotes.Tests.Querying.Judged;

/// <summary>How good an order is, from the grades of its hits and those of all that was judged. 0 to 1, higher is better.</summary>
internal static class Measures
{
    // A hit that only touches the question is no find.
    private const int Helps = 2;

    /// <summary>The share of the helpful talks that stand among the first <paramref name="depth"/>.</summary>
    public static double Recall(IReadOnlyList<int> hits, IReadOnlyCollection<int> judged, int depth) =>
        hits.Take(depth).Count(grade => grade >= Helps) / (double)judged.Count(grade => grade >= Helps);

    /// <summary>One by the rank of the first helpful hit; 0 when there is none.</summary>
    public static double ReciprocalRank(IReadOnlyList<int> hits) =>
        hits.Index().Where(hit => hit.Item >= Helps).Select(hit => 1.0 / (hit.Index + 1)).FirstOrDefault();

    /// <summary>Discounted gain against that of the best order: the grade is the gain, each rank divides by the binary logarithm of itself
    /// and one.</summary>
    public static double Ndcg(IReadOnlyList<int> hits, IReadOnlyCollection<int> judged, int depth) =>
        Gain(hits, depth) / Gain([.. judged.OrderDescending()], depth);

    private static double Gain(IReadOnlyList<int> grades, int depth) =>
        grades.Take(depth).Index().Sum(hit => hit.Item / Math.Log2(hit.Index + 2));
}
