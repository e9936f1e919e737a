namespace SearchNotes.Benchmarks.Table;

/// <summary>Median, range and mean of what was measured in several rounds.</summary>
internal readonly record struct Figure(double Median, double Min, double Max, double Mean);

/// <summary>Everything that was measured, by name.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<string, List<double>> values = new(StringComparer.Ordinal);

    /// <summary>Takes note of a value.</summary>
    public void Add(string name, double value)
    {
        if (!values.TryGetValue(name, out var list))
            values[name] = list = [];
        list.Add(value);
    }

    /// <summary>Takes note of what a process cost: its seconds under the name, and those of all processors under
    /// <see cref="Processor"/>.</summary>
    public void Add(string name, Cost cost)
    {
        Add(name, cost.Seconds);
        Add(Processor(name), cost.ProcessorSeconds);
    }

    /// <summary>Returns the name of the processor seconds of a figure.</summary>
    public static string Processor(string name) => $"{name} processor";

    /// <summary>What is known under a name; <see langword="null"/> where nothing was measured.</summary>
    public Figure? Of(string name)
    {
        if (!values.TryGetValue(name, out var list))
            return null;
        var sorted = list.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(median, sorted[0], sorted[^1], sorted.Average());
    }
}
