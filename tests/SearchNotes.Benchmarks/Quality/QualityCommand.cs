using System.Globalization;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Measures how well judged queries are answered: <c>quality POSTS QUERIES [POSTS QUERIES ...]</c>. Compares with an earlier run
/// when one is given.</summary>
internal static class QualityCommand
{
    /// <summary>Runs the command and prints a table by class.</summary>
    /// <param name="sets">Folders of posts, each followed by the file of its queries.</param>
    /// <param name="options">--units, --also, --index, --fold, --save, --against, --peers, --by, --worst, --semantic (file of the
    /// model).</param>
    public static void Run(IReadOnlyList<string> sets, IReadOnlyDictionary<string, string> options)
    {
        var scores = sets.Chunk(2).SelectMany(set => Scores(set[0], set[1], options)).ToList();
        var others = new List<(string Name, IReadOnlyDictionary<string, double> Ndcg)>();
        if (options.TryGetValue("--against", out var other))
            others.Add(("before", SavedScores.Read(other)));
        if (options.TryGetValue("--peers", out var peers))
            others.AddRange(PeerRun.Read(peers.Split(',')).Select(run => (run.Engine, run.Ndcg(scores.Select(s => s.Query)))));
        Console.Out.Write(QualityTable.Of(scores, others));
        if (options.TryGetValue("--save", out var file))
            SavedScores.Write(file, scores);
        if (!options.TryGetValue("--worst", out var worst))
            return;
        foreach (var score in scores.Where(s => s.Query.Relevant.Count > 0).OrderBy(s => s.Ndcg)
            .Take(int.Parse(worst, CultureInfo.InvariantCulture)))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{score.Ndcg:0.000}  {score.Query.Id}  [{score.Query.Class}]  {score.Query.Text}"));
        }
    }

    /// <summary>Returns the scores of one set.</summary>
    public static IReadOnlyList<QualityScore> Scores(string posts, string queries, IReadOnlyDictionary<string, string> options)
    {
        var judged = JudgedQuery.Read(queries);
        if (options.TryGetValue("--also", out var also))
            judged = JudgedQuery.WithMore(judged, also);
        if (options.GetValueOrDefault("--by") == "language")
            judged = [.. judged.Select(query => query with { Class = query.Lang ?? query.Class })];
        if (options.TryGetValue("--fold", out var fold))
            judged = [.. judged.Where(query => Fold.Of(query) == fold)];
        return QualityIndex.Use(posts, options,
            searcher => judged.AsParallel().AsOrdered().Select(query => QualityScore.Of(searcher, query)).ToList());
    }
}
