namespace SearchNotes.Api.Middleware;

/// <summary>Which refused origins are worth a line in the log: each once, and not more than a few at a time, for anybody may
/// make up any number of them.</summary>
/// <param name="time">The clock.</param>
internal sealed class RefusedOrigins(TimeProvider time)
{
    /// <summary>Lines in a <see cref="Window"/>; enough to see a mistake.</summary>
    private const int MostInWindow = 20;

    /// <summary>Origins that are remembered. When they are all made up, forgetting them costs nothing.</summary>
    private const int MostRemembered = 1000;

    /// <summary>The longest host name, scheme and port beside it.</summary>
    private const int MostCharacters = 270;

    /// <summary>After it there is room again: made-up origins hold up the line about a real one no longer than this.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly HashSet<string> said = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset windowEnds = DateTimeOffset.MinValue;
    private int left;

    /// <summary>Whether to say that an origin was refused. What is no origin that could be allowed is never said.</summary>
    public bool IsToBeSaid(string origin)
    {
        if (origin.Length > MostCharacters || !ServeOptions.IsOrigin(origin))
            return false;
        lock (gate)
        {
            if (said.Contains(origin) || !HasRoom())
                return false;
            if (said.Count == MostRemembered)
                said.Clear();
            left--;
            return said.Add(origin);
        }
    }

    private bool HasRoom()
    {
        var now = time.GetUtcNow();
        if (now >= windowEnds)
            (windowEnds, left) = (now + Window, MostInWindow);
        return left > 0;
    }
}
