using SearchNotes.Cli.Settings;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Checks that the query log can be written, when one is configured.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class QueryLogDiagnosis(CommandContext context)
{
    private const string Check = "query log";

    /// <summary>Returns the findings.</summary>
    public IEnumerable<Finding> Of(ProgramSettings settings)
    {
        if (settings.Server.QueryLog is not { } folder)
            return [];
        try
        {
            // Permissions are not enough: a read-only mount or a quota may still prevent writing.
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();
            return [Finding.Ok(Check,
                $"queries are logged in {context.ShortPath(folder)}, up to {settings.Server.QueryLogMegabytes} MB and {settings.Server.QueryLogDays} days")];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [Finding.Failed(Check, $"{context.ShortPath(folder)} cannot be written: {fault.Message.TrimEnd('.')}",
                "name another folder with query_log, or let the server's user write there")];
        }
    }
}
