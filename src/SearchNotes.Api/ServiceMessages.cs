using Microsoft.Extensions.Logging;

namespace SearchNotes.Api;

/// <summary>The log messages of the service.</summary>
/// <remarks>All messages are in one class. With several classes, the source generator emits them in a random order, and two builds of a
/// commit would differ (dotnet/runtime, issue 119587).</remarks>
internal static partial class ServiceMessages
{
    [LoggerMessage(LogLevel.Information, "Index opened, generation {Generation}.")]
    public static partial void LogIndexOpened(this ILogger log, long generation);

    [LoggerMessage(LogLevel.Information, "Switched to generation {Generation}.")]
    public static partial void LogIndexSwitched(this ILogger log, long generation);

    [LoggerMessage(LogLevel.Warning, "No index to search: {Reason}")]
    public static partial void LogIndexUnavailable(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The open commit remains in use. {Reason}")]
    public static partial void LogCommitUnusable(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "The index is no longer used. {Reason}")]
    public static partial void LogIndexDamaged(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "The vectors for ranking by meaning are ready: {Passages} passages.")]
    public static partial void LogSemanticDone(this ILogger log, int passages);

    [LoggerMessage(LogLevel.Warning, "Problem with the vectors for ranking by meaning: {Problem}")]
    public static partial void LogSemanticProblem(this ILogger log, string problem);

    [LoggerMessage(LogLevel.Error, "Computing the vectors for ranking by meaning failed.")]
    public static partial void LogSemanticFault(this ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Warning,
        "The query log in {Folder} cannot be written; searches are not recorded until this is fixed: {Reason}")]
    public static partial void LogQueryLogLost(this ILogger log, string folder, string reason);

    [LoggerMessage(LogLevel.Warning,
        "A page of {Origin} called the API and was refused. To allow it, add \"{Origin}\" to the setting allowed_origins.")]
    public static partial void LogOriginRefused(this ILogger log, string origin);

    [LoggerMessage(LogLevel.Error, "{RequestId} failed.")]
    public static partial void LogRequestFault(this ILogger log, Exception fault, string requestId);

    [LoggerMessage(LogLevel.Warning, "The setting proxies is set and public_url is not: links to this service contain the host of "
        + "each request, which the client chooses, and shared caches do not store answers with such links. "
        + "Set public_url to the address that readers use.")]
    public static partial void LogNoPublicUrl(this ILogger log);

    [LoggerMessage("{RequestId} {Method} {Route} {Status} {Milliseconds:0.0} ms")]
    public static partial void LogRequest(this ILogger log, LogLevel level, string requestId, string method, string route,
        int status, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Watching {Folder} for changes.")]
    public static partial void LogFollowing(this ILogger log, string folder);

    [LoggerMessage(LogLevel.Error, "Watching the corpus folder failed; it resumes with the next change.")]
    public static partial void LogFollowingFailed(this ILogger log, Exception bug);

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    public static partial void LogSentence(this ILogger log, string sentence);

    [LoggerMessage(LogLevel.Error, "Checking for a new commit failed.")]
    public static partial void LogCheckFailed(this ILogger log, Exception bug);

    [LoggerMessage(LogLevel.Error, "Handling a push failed.")]
    public static partial void LogPushBug(this ILogger log, Exception bug);

    [LoggerMessage(LogLevel.Warning, "The push is retried in {Seconds:0} s.")]
    public static partial void LogPushPause(this ILogger log, double seconds);

    [LoggerMessage(LogLevel.Error,
        "The push is not retried before the next push or start; run \"searchnotes reindex\" when the cause is fixed.")]
    public static partial void LogPushGivenUp(this ILogger log);

    [LoggerMessage(LogLevel.Error, "A push could not be indexed. {Reason}")]
    public static partial void LogPushFailed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Reindex {Id} started.")]
    public static partial void LogReindexStarted(this ILogger log, string id);

    [LoggerMessage(LogLevel.Information, "Reindex {Id} done: {Posts} posts, {Talks} talks, {Warnings} warnings, {Seconds:0.0} s.")]
    public static partial void LogReindexDone(this ILogger log, string id, int posts, int talks, int warnings, double seconds);

    [LoggerMessage(LogLevel.Error, "Reindex {Id} failed: {Reason}")]
    public static partial void LogReindexFailed(this ILogger log, string id, string reason);

    [LoggerMessage(LogLevel.Critical, "Reindex {Id} stopped unexpectedly.")]
    public static partial void LogReindexBroken(this ILogger log, Exception bug, string id);

    [LoggerMessage(LogLevel.Information, "A reload was requested during a reindex; the index that the reindex creates will be used.")]
    public static partial void LogReloadBusy(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "Reindex {Id} could not be reported to the other servers: {Reason}")]
    public static partial void LogRunUnreported(this ILogger log, string id, string reason);
}
