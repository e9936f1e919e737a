using System.Globalization;
using System.Text.Json;

namespace SearchNotes.Api.Insights;

/// <summary>The files of the query log: one file of JSON lines per day, several for a busy day, bounded in size and age.</summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="time">The clock, for the current day.</param>
internal sealed class QueryLogFiles(string folder, TimeProvider time)
{
    private const string Prefix = "queries-";
    private const string Extension = ".jsonl";
    private const int NumberDigits = 4;

    /// <summary>The size limit is split over this many files, so that the oldest can be deleted.</summary>
    private const int MinFiles = 8;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Appends events, then deletes files that are too old or exceed the size limit.</summary>
    /// <param name="events">The events.</param>
    /// <param name="maxBytes">Maximum size of all files in bytes.</param>
    /// <param name="days">Number of days to keep, including today.</param>
    public void Append(IReadOnlyList<LoggedEvent> events, long maxBytes, int days)
    {
        Directory.CreateDirectory(folder);
        var last = Files(Today).LastOrDefault();
        var name = last?.Length < maxBytes / MinFiles ? last.FullName : NameAfter(last);
        using (var stream = new FileStream(name, Writable()))
        {
            foreach (var one in events)
            {
                JsonSerializer.Serialize(stream, one, LoggedEventJson.Default.LoggedEvent);
                stream.WriteByte((byte)'\n');
            }
        }

        Prune(maxBytes, Today.AddDays(1 - days));
    }

    /// <summary>Reads the events of the last days, oldest first. Truncated lines are skipped.</summary>
    public IEnumerable<LoggedEvent> Read(int days)
    {
        foreach (var file in Files(Today.AddDays(1 - days)))
        {
            using var lines =
                new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            while (lines.ReadLine() is { } line)
            {
                if (Parse(line) is { Q: not null } read)
                    yield return read;
            }
        }
    }

    private void Prune(long maxBytes, DateOnly first)
    {
        var files = Files(DateOnly.MinValue);
        var bytes = files.Sum(file => file.Length);
        foreach (var file in files.SkipLast(1))
        {
            if (DayOf(file) >= first && bytes <= maxBytes)
                return;
            bytes -= file.Length;
            file.Delete();
        }
    }

    /// <summary>Returns the files since a day, oldest first.</summary>
    private FileInfo[] Files(DateOnly since) => !Directory.Exists(folder) ? [] :
        [.. new DirectoryInfo(folder).EnumerateFiles(Prefix + "*" + Extension).Where(file => DayOf(file) >= since)
            .OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>Returns the name of today's next file: <c>queries-2026-11-22-0001.jsonl</c>.</summary>
    private string NameAfter(FileInfo? last)
    {
        var number = last is not null
            && int.TryParse(Path.GetFileNameWithoutExtension(last.Name).AsSpan()[^NumberDigits..], NumberStyles.None,
                CultureInfo.InvariantCulture, out var read) ? read + 1 : 1;
        return Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Today:yyyy-MM-dd}-{number:0000}{Extension}"));
    }

    private static DateOnly? DayOf(FileInfo file) =>
        file.Name.Length > Prefix.Length + 10
        && DateOnly.TryParseExact(file.Name.AsSpan(Prefix.Length, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day) ? day : null;

    /// <summary>Returns the options for writing. Only the operator's account may read the log.</summary>
    private static FileStreamOptions Writable()
    {
        var options =
            new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static LoggedEvent? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LoggedEventJson.Default.LoggedEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
