namespace SearchNotes.Cli;

/// <summary>The environment of one run: output streams, working directory, environment variables, and clock.</summary>
internal sealed record CommandContext
{
    /// <summary>The writer for results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>The writer for errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The reader for answers to questions; <see langword="null"/> when the run is not interactive.</summary>
    public TextReader? In { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Width of the terminal, in columns. Default 80.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The working directory, absolute; relative paths start here.</summary>
    public required string Folder { get; init; }

    /// <summary>Returns the value of an environment variable, or <see langword="null"/> when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>Returns the names of all environment variables.</summary>
    public Func<IEnumerable<string>> VariableNames { get; init; } = static () => [];

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Returns the absolute form of a path.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    /// <summary>Returns a path relative to <see cref="Folder"/> when it is below that folder, and the absolute path otherwise.</summary>
    public string ShortPath(string path)
    {
        var relative = Path.GetRelativePath(Folder, FullPath(path));
        return relative.StartsWith("..", StringComparison.Ordinal) ? FullPath(path) : relative;
    }
}
