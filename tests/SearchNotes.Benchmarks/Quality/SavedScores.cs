using System.Globalization;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>nDCG of each query of a run, in a file: one line per query, id and figure.</summary>
internal static class SavedScores
{
    /// <summary>Reads a run.</summary>
    public static IReadOnlyDictionary<string, double> Read(string file) => File.ReadLines(file).Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));

    /// <summary>Writes a run.</summary>
    public static void Write(string file, IEnumerable<QualityScore> scores) =>
        File.WriteAllLines(file, scores.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Query.Id}\t{s.Ndcg:R}")));
}
