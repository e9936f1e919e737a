namespace SearchNotes.Api;

/// <summary>Validates paths at which the service can be published next to other pages.</summary>
internal static class FreePath
{
    /// <summary>First segments of the service's own addresses. A path that begins with one of them would be ambiguous.</summary>
    private static readonly string[] Own =
        ["api", "talks", "speakers", "tags", "events", "docs", "assets", "search-box", "mcp", "healthz", "readyz", "metrics"];

    /// <summary>Whether a path is not used by the service itself, and simple enough that every proxy passes it on unchanged.</summary>
    public static bool Allows(string path) => path.Split('/') is ["", var first, .. var rest]
        && !Own.Contains(first, StringComparer.OrdinalIgnoreCase)
        && rest.Prepend(first).All(segment => segment.Length > 0 && segment.All(IsPlain) && segment is not "." and not "..");

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~';
}
