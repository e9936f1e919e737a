using System.Globalization;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Opens the index, verifies every byte of it, and compares it with the posts.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class IndexDiagnosis(CommandContext context)
{
    private const string Check = "index";

    /// <summary>Required disk space in multiples of the index size: a rebuild writes the new index beside the old one.</summary>
    private const int SpaceFactor = 3;

    /// <summary>Minimum required disk space, in bytes.</summary>
    private const long MinSpace = 64 << 20;

    /// <summary>Returns the findings.</summary>
    public IEnumerable<Finding> Of(ProgramSettings settings, CancellationToken cancel)
    {
        var bytes = 0L;
        List<Finding> findings = [];
        try
        {
            using var searcher = settings.OpenEngine().Open();
            searcher.CheckIntegrity(cancel);
            var stats = searcher.Stats();
            bytes = stats.Bytes;
            findings.Add(
                Finding.Ok(Check,
                    $"{Count.Of(stats.Posts, "post")} with {Count.Of(stats.Talks, "talk")} in {PlaceOf(settings)}, intact, "
                + $"built {stats.BuiltAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}"));
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.NoIndex)
        {
            findings.Add(
                Finding.Warning(Check, $"there is no index in {PlaceOf(settings)} yet",
                    "run \"searchnotes reindex\"; \"serve\" does it by itself"));
        }
        catch (SearchNotesException fault)
        {
            findings.Add(Finding.Failed(Check, fault));
        }

        findings.AddRange(Writing(settings, exists: bytes > 0));
        if (settings.Engine == SearchEngines.Embedded)
            findings.Add(DiskSpace(settings.Index, bytes));
        return findings;
    }

    private string PlaceOf(ProgramSettings settings) =>
        settings.Engine == SearchEngines.Embedded ? context.ShortPath(settings.Index) : "the cluster";

    private IEnumerable<Finding> Writing(ProgramSettings settings, bool exists)
    {
        try
        {
            var reindexer = settings.OpenEngine().Reindexer(new Corpus(settings.ToCorpusOptions()), context.Time);
            if (reindexer.WrittenBy() is { } writer)
                return [Finding.Ok("lock", $"{writer} is writing the index now")];
            if (WriteFailure(reindexer) is { } failure)
                return [failure];
            return exists && reindexer.IsBehind()
                ? [Finding.Warning("up to date", "the posts or the settings changed since the index was built",
                    "run \"searchnotes reindex\"; \"serve --watch\" does it by itself")]
                : exists ? [Finding.Ok("up to date", "the index matches the posts, and no process is writing it")]
                : [];
        }
        catch (SearchNotesException)
        {
            // Already reported by the check of the corpus or of the index.
            return [];
        }
    }

    private static Finding? WriteFailure(Reindexer reindexer)
    {
        try
        {
            reindexer.CheckWritable();
            return null;
        }
        catch (SearchNotesException fault)
        {
            return fault.Fault == Fault.Locked ? null : Finding.Failed("writing", fault);
        }
    }

    private static Finding DiskSpace(string folder, long indexBytes)
    {
        var drive = new DriveInfo(NearestExisting(folder));
        var (free, needed) = (drive.AvailableFreeSpace, Math.Max(MinSpace, indexBytes * SpaceFactor));
        return free >= needed ? Finding.Ok("disk", $"{Size(free)} free for the index, which takes {Size(indexBytes)}")
            : Finding.Failed("disk", $"only {Size(free)} free where the index is; a full rebuild may need {Size(needed)}",
                "free some space, or name a folder on another disk with --index");
    }

    private static string NearestExisting(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        return folder;
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => (bytes / (double)(1L << 30)).ToString("0.0 'GiB'", CultureInfo.InvariantCulture),
        >= 1L << 20 => (bytes / (double)(1L << 20)).ToString("0.0 'MiB'", CultureInfo.InvariantCulture),
        _ => $"{Count.Of((bytes + 1023) / 1024)} KiB",
    };
}
