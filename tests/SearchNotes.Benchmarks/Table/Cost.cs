namespace SearchNotes.Benchmarks.Table;

/// <summary>What a process cost.</summary>
/// <param name="Seconds">Seconds that went by.</param>
/// <param name="ProcessorSeconds">Seconds of all processors together.</param>
internal readonly record struct Cost(double Seconds, double ProcessorSeconds);
