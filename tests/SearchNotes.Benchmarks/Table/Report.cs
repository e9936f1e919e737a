using System.Globalization;
using System.Text;

namespace SearchNotes.Benchmarks.Table;

/// <summary>Writes what was measured as a page of Markdown.</summary>
internal sealed class Report(Measurements measured)
{
    private readonly StringBuilder page = new();

    /// <summary>Writes the page.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="facts">What it was measured on and how, a line each.</param>
    /// <param name="classes">The classes of queries.</param>
    public string Write(string title, IEnumerable<string> facts, IEnumerable<string> classes)
    {
        page.Append(CultureInfo.InvariantCulture, $"# {title}\n\n");
        foreach (var fact in facts)
            page.Append(CultureInfo.InvariantCulture, $"- {fact}\n");
        AddRows("Whole processes", Rows.WholeProcesses);
        AddRows("Inside the process", Rows.InProcess);
        AddEngines();
        AddClasses(classes);
        AddRows("Over HTTP", Rows.OverHttp);
        AddRows("Memory and disk", Rows.Sizes);
        return page.ToString();
    }

    private void AddRows(string heading, IReadOnlyList<Row> rows)
    {
        page.Append(CultureInfo.InvariantCulture,
            $"\n## {heading}\n\n| what | SearchNotes | against | its figure | ours ÷ its | goal | reached |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            if (measured.Of(row.Ours) is not { } ours)
                continue;
            var peer = measured.Of(row.PeerFigure);
            double? ratio = peer is { Median: > 0 } ? ours.Median / peer.Value.Median : null;
            var peerText = row.Peer.Length == 0 ? "" : peer is { } figure ? Text(row, row.PeerFigure, figure) : "not installed";
            var ratioText = ratio?.ToString("0.00 ×", CultureInfo.InvariantCulture) ?? "";
            var reached = row.Goal?.IsReached(ours.Median, ratio) switch { true => "yes", false => "no", null => "" };
            page.Append(CultureInfo.InvariantCulture,
                $"| {row.What} | {Text(row, row.Ours, ours)} | {row.Peer} | {peerText} | {ratioText} | {row.Goal?.Text(row.Unit)} | {reached} |\n");
        }
    }

    /// <summary>A figure, with the seconds of all processors where a process was measured.</summary>
    private string Text(Row row, string name, Figure figure) => measured.Of(Measurements.Processor(name)) is { } processor
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Unit.Text(figure)}; processors {processor.Median:0.00} s") : row.Unit.Text(figure);

    private void AddEngines()
    {
        page.Append(
            "\n| engine | p50 ms | p95 ms | p99 ms | queries a processor second | found in ten | typos found | KB a query | MiB |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (key, name) in InProcess.Engines)
        {
            if (measured.Of($"{key} p50") is null)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {name} | not installed | | | | | | | |\n");
                continue;
            }

            page.Append(CultureInfo.InvariantCulture,
                $"| {name} | {Cell("p50", "0.00")} | {Cell("p95", "0.00")} | {Cell("p99", "0.00")} | {Cell("qps", "#,0")} | {Cell("found", "0.000")} | {Cell("typos", "0.000")} | ");
            // Some do not tell what a query allocates.
            page.Append(CultureInfo.InvariantCulture, $"{(measured.Of($"{key} KB")!.Value.Median > 0 ? Cell("KB", "0.0") : "")} | {Cell("MiB", "#,0")} |\n");

            string Cell(string figure, string format) =>
                measured.Of($"{key} {figure}")?.Median.ToString(format, CultureInfo.InvariantCulture) ?? "";
        }
    }

    private void AddClasses(IEnumerable<string> classes)
    {
        var engines = InProcess.Engines.Where(engine => measured.Of($"{engine.Key} p50") is not null).ToList();
        page.Append(CultureInfo.InvariantCulture,
            $"\nBy class, p50 / p99 in ms of processor time:\n\n| class | {string.Join(" | ", engines.Select(engine => engine.Name))} |\n|---|{string.Concat(engines.Select(_ => "---|"))}\n");
        foreach (var name in classes)
        {
            var cells = engines.Select(engine => $"{Median($"{engine.Key} {name} p50")} / {Median($"{engine.Key} {name} p99")}");
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |\n");
        }

        string Median(string figure) => measured.Of(figure)?.Median.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
    }
}
