namespace SearchNotes.Benchmarks.Corpora;

/// <summary>A query of the benchmark.</summary>
/// <param name="Class">What it is an example of: <c>terms-2</c>, <c>typo</c> …</param>
/// <param name="Text">As typed.</param>
/// <param name="Right">The document that it was made from; empty where a thousand others are as good.</param>
internal sealed record BenchQuery(string Class, string Text, string Right)
{
    /// <summary>As a line of <c>queries.tsv</c>.</summary>
    public string Line => $"{Class}\t{Text}\t{Right}";

    /// <summary>Whether the last word is still being typed.</summary>
    public bool IsTyping => Class == "prefix";

    /// <summary>Reads <c>queries.tsv</c>.</summary>
    public static IReadOnlyList<BenchQuery> ReadAll(string file) =>
        [.. File.ReadLines(file).Select(line => line.Split('\t'))
            .Select(part => new BenchQuery(part[0], part[1], part.Length > 2 ? part[2] : ""))];

    /// <summary>Returns queries evenly from the whole list, which is sorted by class.</summary>
    public static IEnumerable<BenchQuery> Spread(IReadOnlyList<BenchQuery> queries, int count) =>
        Enumerable.Range(0, count).Select(index => queries[index * queries.Count / count]);
}
