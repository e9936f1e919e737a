namespace SearchNotes.Api.Middleware;

/// <summary>Decides which refused origins are logged: each one once, and only a few per period, because anyone can invent any number of
/// origins.</summary>
/// <param name="time">The clock.</param>
internal sealed class RefusedOrigins(TimeProvider time)
{
    /// <summary>Maximum number of log lines per <see cref="Window"/>; enough to notice a missing setting.</summary>
    private const int MaxInWindow = 20;

    /// <summary>Maximum number of remembered origins. That many are mostly invented, so forgetting them costs nothing.</summary>
    private const int MaxRemembered = 1000;

    /// <summary>The longest host name with scheme and port.</summary>
    private const int MaxCharacters = 270;

    /// <summary>Period after which logging resumes. Invented origins delay the log line about a real one by at most this time.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly HashSet<string> logged = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset windowEnds = DateTimeOffset.MinValue;
    private int remaining;

    /// <summary>Whether to log that an origin was refused. Invalid origins are never logged.</summary>
    public bool ShouldLog(string origin)
    {
        if (origin.Length > MaxCharacters || !ServeOptions.IsOrigin(origin))
            return false;
        lock (gate)
        {
            if (logged.Contains(origin) || !HasRoom())
                return false;
            if (logged.Count == MaxRemembered)
                logged.Clear();
            remaining--;
            return logged.Add(origin);
        }
    }

    private bool HasRoom()
    {
        var now = time.GetUtcNow();
        if (now >= windowEnds)
            (windowEnds, remaining) = (now + Window, MaxInWindow);
        return remaining > 0;
    }
}
