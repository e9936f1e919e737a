namespace SearchNotes.Cli.Settings;

/// <summary>Reads a file that contains only a key, as containers and service managers provide it.</summary>
internal static class KeyFile
{
    private const int MaxCharacters = 4096;

    /// <summary>Returns the key in a file, or <see langword="null"/> when <paramref name="path"/> is <see langword="null"/>.</summary>
    /// <exception cref="SearchNotesException">The file cannot be read.</exception>
    public static string? Read(string setting, string? path)
    {
        try
        {
            return path is null ? null : ReadShort(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Settings, $"The file {path} of the setting {setting} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads at most <see cref="MaxCharacters"/>, because the path may name an endless device.</summary>
    private static string ReadShort(string path)
    {
        using var file = new StreamReader(path);
        var text = new char[MaxCharacters];
        return new string(text, 0, file.ReadBlock(text));
    }

    /// <summary>Whether users other than the owner can read a file; always false on Windows.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;
}
