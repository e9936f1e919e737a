namespace SearchNotes.Tests;

/// <summary>A folder so far below another that nobody, root included, can list what lies deep in it: no path on Linux is longer
/// than 4,096 bytes.</summary>
internal static class LongPath
{
    private const int Folders = 11;
    private const int NameLength = 200;

    /// <summary>A path of half the length that the system takes, below which another one is too long.</summary>
    public static string Half { get; } = string.Join('/', Enumerable.Repeat(new string('n', NameLength), Folders));

    /// <summary>Moves a folder so far below another that a file at <see cref="Half"/> in it is out of reach.</summary>
    /// <returns>Where it is now.</returns>
    public static string Bury(string folder, string below)
    {
        var far = Path.Combine(below, Half, "far");
        Directory.CreateDirectory(Path.GetDirectoryName(far)!); // It has a folder above.
        Directory.Move(folder, far);
        return far;
    }
}
