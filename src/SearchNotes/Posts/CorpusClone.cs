using SearchNotes.Posts.Files;

namespace SearchNotes.Posts;

/// <summary>Finds the git clone that contains a corpus folder.</summary>
/// <remarks>Only <c>.git</c> marks a clone. Git itself accepts any folder with <c>HEAD</c>, <c>config</c>, <c>objects</c> and <c>refs</c>
/// as a repository, and anyone who can push posts can push those. Git never checks out anything named <c>.git</c>.</remarks>
public static class CorpusClone
{
    /// <summary>Returns the top folder of the clone with links resolved, or <see langword="null"/> if the corpus is not in a
    /// clone.</summary>
    /// <param name="corpusRoot">The corpus folder as configured. It need not exist: a push may have removed it.</param>
    /// <remarks>A link inside a clone may come from a push, so it is not followed into another clone. The clone that contains the link is
    /// returned.</remarks>
    public static string? TopOf(string corpusRoot)
    {
        var linkFolders = new List<string>();
        var real = RealPath.TryResolve(corpusRoot, linkFolders) ?? Path.GetFullPath(corpusRoot);
        return linkFolders.Append(real).Select(NearestAbove).FirstOrDefault(top => top is not null);
    }

    /// <summary>Returns the folders that authors of posts may be able to write to, with links resolved: the corpus and, if it is in a
    /// clone, the clone.</summary>
    /// <param name="corpusRoot">The corpus folder. It need not exist.</param>
    public static IReadOnlyList<string> WrittenFolders(string corpusRoot) =>
        [.. new[] { RealPath.TryResolve(corpusRoot) ?? Path.GetFullPath(corpusRoot), TopOf(corpusRoot) }.OfType<string>()];

    /// <summary>Whether a path, with links resolved, is inside a clone and therefore writable by pushes. A path that does not exist yet
    /// is resolved from its nearest existing folder.</summary>
    /// <param name="top">The top folder of the clone, with links resolved.</param>
    /// <param name="path">The path.</param>
    public static bool Contains(string top, string path)
    {
        for (var above = Path.GetFullPath(path); above is not null; above = Path.GetDirectoryName(above))
        {
            if (RealPath.TryResolve(above) is { } real)
                return RealPath.IsBelow(real, top);
        }

        return false;
    }

    /// <summary>Whether a folder is the top of a clone, that is, contains <c>.git</c>. In a second work tree or a submodule <c>.git</c>
    /// is a file.</summary>
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
