using SearchNotes.Cli.Settings;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Tries whether the query log can be written, where one is kept.</summary>
/// <param name="context">Where it runs.</param>
internal sealed class QueryLogDiagnosis(CommandContext context)
{
    private const string Check = "query log";

    /// <summary>What there is to say.</summary>
    public IEnumerable<Finding> Of(ProgramSettings settings)
    {
        if (settings.Server.QueryLog is not { } folder)
            return [];
        try
        {
            // A right that is shown may still be taken away by a mount or a quota: only writing tells.
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();
            return [Finding.Ok(Check,
                $"what is searched for is kept in {context.ShortPath(folder)}, up to {settings.Server.QueryLogMegabytes} MB and {settings.Server.QueryLogDays} days")];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [Finding.Failed(Check, $"{context.ShortPath(folder)} cannot be written: {fault.Message.TrimEnd('.')}",
                "name another folder with query_log, or let the server's user write there")];
        }
    }
}
