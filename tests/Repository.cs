namespace SearchNotes.Tests;

/// <summary>The sources that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>SearchNotes.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SearchNotes.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");

        return folder.FullName;
    }
}
