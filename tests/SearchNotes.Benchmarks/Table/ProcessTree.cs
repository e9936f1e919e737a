using System.Globalization;

namespace SearchNotes.Benchmarks.Table;

/// <summary>Memory of a process and of all processes that it started: <c>pagefind</c> of npm, for example, starts the program that does
/// the work.</summary>
internal static class ProcessTree
{
    /// <summary>Returns the resident sizes together, in MiB; 0 where the system does not say.</summary>
    public static double Megabytes(int id) => All(id).Sum(Resident) / 1024.0;

    private static IEnumerable<int> All(int id)
    {
        yield return id;
        foreach (var child in Children(id).SelectMany(All))
            yield return child;
    }

    // Linux, proc(5): the children of each thread.
    private static List<int> Children(int id) => Read($"/proc/{id}/task", static folder => Directory.GetDirectories(folder)
        .SelectMany(thread => Read(Path.Combine(thread, "children"), static file => File.ReadAllText(file).Split(' ',
            StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture)).ToList(), []))
        .ToList(), []);

    /// <summary>Returns the resident size of a process in KiB.</summary>
    private static long Resident(int id) => Read($"/proc/{id}/status", static file =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) : 0, 0);

    /// <summary>Reads what belongs to a process, which may have ended since.</summary>
    private static T Read<T>(string path, Func<string, T> read, T otherwise)
    {
        try
        {
            return Path.Exists(path) ? read(path) : otherwise;
        }
        catch (IOException)
        {
            return otherwise;
        }
    }
}
