using System.Diagnostics;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>A blog in a bare repository on this machine, with the author's clone of it. The corpus is another clone.</summary>
internal sealed class BlogRepository : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-git-").FullName;

    public BlogRepository()
    {
        Git(root, "init", "--quiet", "--bare", "--initial-branch", "main", Bare);
        Git(root, "clone", "--quiet", Bare, Author);
        Git(Author, "checkout", "--quiet", "-b", "main");
        SamplePosts.Write(Author);
        Commit();
        Git(root, "clone", "--quiet", Bare, Corpus);
    }

    /// <summary>The clone that the service reads.</summary>
    public string Corpus => Path.Combine(root, "corpus");

    /// <summary>The repository that forge, author and service share.</summary>
    public string Bare => Path.Combine(root, "blog.git");

    private string Author => Path.Combine(root, "author");

    /// <summary>Writes a post, commits and pushes it.</summary>
    public void Push(string path, string text) => Push((path, text));

    /// <summary>Writes files, folders included, commits and pushes them.</summary>
    public void Push(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Author, path))!); // Below the author's clone.
            File.WriteAllText(Path.Combine(Author, path), text);
        }
        Commit();
    }

    /// <summary>Replaces a folder by a symbolic link, commits and pushes that.</summary>
    public void PushLink(string path, string target)
    {
        if (Directory.Exists(Path.Combine(Author, path)))
            Directory.Delete(Path.Combine(Author, path), recursive: true);
        File.CreateSymbolicLink(Path.Combine(Author, path), target);
        Commit();
    }

    /// <summary>Removes a link; the next push says so.</summary>
    public void RemoveLink(string path) => Directory.Delete(Path.Combine(Author, path));

    /// <summary>Brings the service's clone up to date, as an operator does.</summary>
    public void Pull() => Git(Corpus, "pull", "--quiet", "--ff-only");

    /// <summary>Makes a second work tree of the service's clone, whose <c>.git</c> is a file, on a branch that follows
    /// <c>main</c>.</summary>
    public string WorkTree()
    {
        var tree = Path.Combine(root, "tree");
        Git(Corpus, "worktree", "add", "--quiet", "--track", "-b", "served", tree, "origin/main");
        return tree;
    }

    /// <summary>Takes the forge away, as when it does not answer.</summary>
    public void HideRemote() => Directory.Move(Bare, Bare + "-away");

    /// <summary>Brings the forge back.</summary>
    public void ShowRemote() => Directory.Move(Bare + "-away", Bare);

    /// <summary>Commits something in the corpus that was never pushed, so that nothing can be pulled without a merge.</summary>
    public void Diverge()
    {
        File.WriteAllText(Path.Combine(Corpus, "local.md"), "Only here.\n");
        Git(Corpus, "add", "--all");
        Git(Corpus, "commit", "--quiet", "--message", "local");
    }

    // A pull that was cancelled may have a child of git that still writes.
    public void Dispose() => Assert.True(SpinWait.SpinUntil(IsDeleted, TimeSpan.FromMinutes(1)), $"{root} cannot be deleted.");

    private bool IsDeleted()
    {
        try
        {
            // Git writes its objects without the right to write.
            foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
                file.IsReadOnly = false;
            Directory.Delete(root, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return !Directory.Exists(root);
        }
    }

    private void Commit()
    {
        Git(Author, "add", "--all");
        Git(Author, "commit", "--quiet", "--message", "posts");
        Git(Author, "push", "--quiet", "origin", "main");
    }

    private static void Git(string folder, params string[] arguments)
    {
        // Returns null only when a shell reuses a process.
        using var git =
            Process.Start(
                new ProcessStartInfo("git",
                    ["-C", folder, "-c", "user.name=Ada Moth", "-c", "user.email=ada@blog.example", .. arguments])
                {
                    RedirectStandardError = true,
                })!;
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, errors);
    }
}
