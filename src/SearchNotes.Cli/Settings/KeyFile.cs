namespace SearchNotes.Cli.Settings;

/// <summary>A file that holds nothing but a key, as containers and service managers hand them out.</summary>
internal static class KeyFile
{
    private const int MaxCharacters = 4096;

    /// <summary>The key in a file; <see langword="null"/> where no file is named.</summary>
    /// <exception cref="SearchNotesException">It cannot be read.</exception>
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

    /// <summary>As much as a key may be: whatever the name leads to, it ends.</summary>
    private static string ReadShort(string path)
    {
        using var file = new StreamReader(path);
        var text = new char[MaxCharacters];
        return new string(text, 0, file.ReadBlock(text));
    }

    /// <summary>Whether others than the owner may read a file; always false where the system has no such rights.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;
}
