using System.Globalization;
using System.Text;

namespace SearchNotes.Benchmarks.Static;

/// <summary>What is measured in the browser.</summary>
internal enum Measured
{
    /// <summary>Loading the engine.</summary>
    Open,

    /// <summary>The first answer after that.</summary>
    Answer,

    /// <summary>A further letter.</summary>
    Letter,
}

/// <summary>Collects the measurements and writes them as tables.</summary>
internal sealed class StaticReport
{
    private readonly Dictionary<(int Size, string Engine, Measured What), List<Step>> steps = [];
    private readonly Dictionary<(int Size, string Engine), (double Seconds, FolderSize Size)> built = [];
    private readonly Dictionary<(int Size, string What), FolderSize> kept = [];
    private readonly Dictionary<int, (IReadOnlyList<NodeStep> Answers, IReadOnlyList<NodeStep> Letters)> alone = [];
    private readonly List<(string Engine, string Queries, int Count, double Ndcg)> judged = [];

    /// <summary>Adds a step in the browser.</summary>
    public void Add(int size, string engine, Measured what, Step step)
    {
        if (!steps.TryGetValue((size, engine, what), out var list))
            steps[(size, engine, what)] = list = [];
        list.Add(step);
    }

    /// <summary>Adds a build: its time and all its files.</summary>
    public void Built(int size, string engine, double seconds, FolderSize files) => built[(size, engine)] = (seconds, files);

    /// <summary>Adds a part of our files.</summary>
    public void Kept(int size, string what, FolderSize files) => kept[(size, what)] = files;

    /// <summary>Adds what our engine took in Node.js.</summary>
    public void Alone(int size, (IReadOnlyList<NodeStep> Answers, IReadOnlyList<NodeStep> Letters) measured) => alone[size] = measured;

    /// <summary>Adds a measure of relevance.</summary>
    public void Judged(string engine, string queries, int count, double ndcg) => judged.Add((engine, queries, count, ndcg));

    /// <summary>Returns the page.</summary>
    public string Write(IEnumerable<string> facts)
    {
        var text = new StringBuilder("# Static files: SearchNotes and Pagefind, measured side by side\n\n");
        foreach (var fact in facts)
            text.Append("- ").Append(fact).Append('\n');
        foreach (var size in alone.Keys)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {size:#,0} talks\n\n")
                .Append("| | SearchNotes | Pagefind | ours ÷ its |\n|---|---|---|---|\n");
            Row(text, "build, s", engine => built[(size, engine)].Seconds, "0.00");
            Row(text, "search files on disk, KB", engine => (built[(size, engine)].Size.Disk - PagesOf(size, engine).Disk) / 1000.0, "#,0");
            Row(text, "search files as sent, KB", engine => SearchBytes(size, engine) / 1000.0, "#,0");
            Row(text, "search files, number", engine => built[(size, engine)].Size.Files - PagesOf(size, engine).Files, "#,0");
            foreach (var (what, label) in ((Measured, string)[])[
                (Measured.Open, "engine loaded"), (Measured.Answer, "first answer after that"), (Measured.Letter, "each further letter")])
            {
                if (!steps.ContainsKey((size, "SearchNotes", what)))
                    continue;
                Row(text, $"{label}, KB, median", engine => Bytes(size, engine, what, 0.5), "#,0.0");
                Row(text, $"{label}, KB, 95 %", engine => Bytes(size, engine, what, 0.95), "#,0.0");
                Row(text, $"{label}, s, median", engine => Seconds(size, engine, what, 0.5), "0.00");
                Row(text, $"{label}, s, 95 %", engine => Seconds(size, engine, what, 0.95), "0.00");
            }
            var pages = PagesOf(size, "SearchNotes");
            text.Append(CultureInfo.InvariantCulture,
                $"\nOur pages, which Pagefind's user writes himself: {pages.Files:#,0} files, {pages.Bytes / 1000.0:#,0} KB.\n");
            AppendAlone(text, size);
        }

        if (judged.Count == 0)
            return text.ToString();
        text.Append("\n## Judged queries over `corpus/`\n\n")
            .Append("| queries | number | SearchNotes, nDCG@10 | Pagefind, nDCG@10 |\n|---|---|---|---|\n");
        foreach (var row in judged.GroupBy(row => (row.Queries, row.Count)))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Key.Queries} | {row.Key.Count} | {Ndcg(row, "SearchNotes")} | {Ndcg(row, "Pagefind")} |\n");
        }
        return text.ToString();
    }

    private void AppendAlone(StringBuilder text, int size)
    {
        var (answers, letters) = alone[size];
        text.Append(CultureInfo.InvariantCulture,
            $"\n| engine in Node.js, {answers.Count} queries | median | 95 % | most |\n|---|---|---|---|\n");
        Append("first answer, KB", answers.Select(step => step.Bytes / 1000.0), "0.0");
        Append("first answer, rounds of requests", answers.Select(step => (double)step.Rounds), "0");
        Append("each further letter, KB", letters.Select(step => step.Bytes / 1000.0), "0.0");
        Append("script of a query, ms of processor time", answers.Select(step => step.Milliseconds), "0.0");

        void Append(string label, IEnumerable<double> values, string format)
        {
            var cells = new[] { 0.5, 0.95, 1 }.Select(share => At(values, share).ToString(format, CultureInfo.InvariantCulture));
            text.Append(CultureInfo.InvariantCulture, $"| {label} | {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Ndcg(IEnumerable<(string Engine, string Queries, int Count, double Ndcg)> rows, string engine) =>
        rows.Single(row => row.Engine == engine).Ndcg.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, string label, Func<string, double> value, string format)
    {
        var (ours, its) = (value("SearchNotes"), value("Pagefind"));
        var ratio = its > 0 ? (ours / its).ToString("0.00", CultureInfo.InvariantCulture) : "";
        text.Append(CultureInfo.InvariantCulture, $"| {label} | {Text(ours)} | {Text(its)} | {ratio} |\n");

        string Text(double number) => number.ToString(format, CultureInfo.InvariantCulture);
    }

    private FolderSize PagesOf(int size, string engine) => engine == "SearchNotes" ? kept[(size, "pages")] : default;

    private long SearchBytes(int size, string engine) => built[(size, engine)].Size.Bytes - PagesOf(size, engine).Bytes;

    private double Bytes(int size, string engine, Measured what, double share) =>
        At(steps[(size, engine, what)].Select(step => step.Bytes / 1000.0), share);

    private double Seconds(int size, string engine, Measured what, double share) =>
        At(steps[(size, engine, what)].Select(step => step.Seconds), share);

    private static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
