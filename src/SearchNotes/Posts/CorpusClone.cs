using SearchNotes.Posts.Files;

namespace SearchNotes.Posts;

/// <summary>Finds the clone of a git repository that a corpus folder lies in.</summary>
/// <remarks>Looks for <c>.git</c> alone. Git itself takes any folder with <c>HEAD</c>, <c>config</c>, <c>objects</c> and <c>refs</c>
/// for a repository, and whoever pushes posts can push those; git checks out nothing that is called <c>.git</c>.</remarks>
public static class CorpusClone
{
    /// <summary>The top folder of the clone, links resolved; <see langword="null"/> when the corpus lies in none.</summary>
    /// <param name="corpusRoot">The corpus folder as the operator names it. It need not exist: a push may have removed it.</param>
    /// <remarks>A link that lies in a clone may come from a push, so it does not lead to another clone: the one that it lies in
    /// counts.</remarks>
    public static string? TopOf(string corpusRoot)
    {
        var linkFolders = new List<string>();
        var real = RealPath.TryResolve(corpusRoot, linkFolders) ?? Path.GetFullPath(corpusRoot);
        return linkFolders.Append(real).Select(NearestAbove).FirstOrDefault(top => top is not null);
    }

    /// <summary>The folders that whoever writes posts may write to, links resolved: the corpus and, where it lies in one, its
    /// clone.</summary>
    /// <param name="corpusRoot">The corpus folder. It need not exist.</param>
    public static IReadOnlyList<string> WrittenFolders(string corpusRoot) =>
        [.. new[] { RealPath.TryResolve(corpusRoot) ?? Path.GetFullPath(corpusRoot), TopOf(corpusRoot) }.OfType<string>()];

    /// <summary>Whether a path, its links resolved, lies in a clone, and so where pushes write. What does not exist yet is where its
    /// nearest folder is.</summary>
    /// <param name="top">The top folder of the clone, links resolved.</param>
    /// <param name="path">The path.</param>
    public static bool Holds(string top, string path)
    {
        for (var above = Path.GetFullPath(path); above is not null; above = Path.GetDirectoryName(above))
        {
            if (RealPath.TryResolve(above) is { } real)
                return RealPath.IsBelow(real, top);
        }

        return false;
    }

    /// <summary>Whether a folder is the top of a clone: holds <c>.git</c>, which in a second work tree or a submodule is a file.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsTop(string folder)
    {
        var git = Path.Join(folder, ".git");
        return File.Exists(git) || (File.Exists(Path.Join(git, "HEAD")) && Directory.Exists(Path.Join(git, "objects")));
    }

    private static string? NearestAbove(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (IsTop(above))
                return above;
        }

        return null;
    }
}
