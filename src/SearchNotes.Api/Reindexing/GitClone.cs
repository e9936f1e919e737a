using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>The clone of the blog's repository that the corpus lies in. Runs <c>git</c> without a shell, without questions, for two
/// minutes at most.</summary>
/// <remarks>Somebody who may push posts may not run programs here. So git is told where the clone is, and never looks for one itself:
/// files called <c>HEAD</c>, <c>config</c>, <c>objects</c> and <c>refs</c> among the posts would be one, with a configuration of their
/// own.</remarks>
/// <param name="top">The top folder of the clone.</param>
/// <param name="time">The clock.</param>
public sealed partial class GitClone(string top, TimeProvider time)
{
    private const int KeptCharacters = 4096;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] Always =
    [
        .. Set("safe.bareRepository=explicit"),
        // Programs that the clone's own configuration may name in its folder, where pushes write.
        .. Set("core.hooksPath=/dev/null"), .. Set("core.fsmonitor=false"),
        .. Set("submodule.recurse=false"), .. Set("protocol.ext.allow=never"),
        // No path that some file system takes for .git is checked out.
        .. Set("core.protectHFS=true"), .. Set("core.protectNTFS=true"),
    ];

    /// <summary>Set where the server was started by a hook of another repository, and would lead there.</summary>
    private static readonly string[] OfAnotherRepository =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_QUARANTINE_PATH",
        "GIT_NAMESPACE", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS",
    ];

    /// <summary>The top folder of the clone.</summary>
    public string Top => top;

    /// <summary>The clone of a service's corpus.</summary>
    /// <param name="options">What the service is started with.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SearchNotesException">The corpus lies in no clone, or what only the service may write lies in it.</exception>
    public static GitClone Of(ServeOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var top = options.Corpus.CloneTop ?? CorpusClone.TopOf(options.Corpus.Root) ?? throw new SearchNotesException(
            Fault.Settings,
            $"The setting git_pull is on, but {options.Corpus.Root} is in no clone of a git repository; clone the blog's repository there, or turn git_pull off.");
        RequireOutside(top, "index", options.IndexFolder);
        RequireOutside(top, "query_log", options.QueryLog);
        return new GitClone(top, time);
    }

    /// <summary>A push can add files and links to a folder of the clone, even to one that git ignores.</summary>
    private static void RequireOutside(string top, string setting, string? folder)
    {
        if (folder is not null && CorpusClone.Holds(top, folder))
        {
            throw new SearchNotesException(Fault.Settings,
                $"The setting {setting} is \"{folder}\", which lies in the clone {top}; with git_pull pushes could write there, so it must be a folder outside of it.");
        }
    }

    /// <summary>Brings the clone to where its upstream is, if nothing has to be merged.</summary>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="SearchNotesException">It could not.</exception>
    public async Task PullAsync(CancellationToken cancel) =>
        await RunAsync(["pull", "--ff-only", "--quiet", "--no-recurse-submodules"], cancel);

    /// <summary>The branch that <see cref="PullAsync"/> follows, as the forge names it: <c>refs/heads/main</c>.</summary>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="SearchNotesException">It follows none.</exception>
    public async Task<string> FollowedBranchAsync(CancellationToken cancel)
    {
        // refs/remotes/origin/main
        var upstream = await RunAsync(["rev-parse", "--symbolic-full-name", "@{upstream}"], cancel);
        return $"refs/heads/{upstream.Trim().Split('/', 4)[^1]}";
    }

    private async Task<string> RunAsync(string[] arguments, CancellationToken cancel)
    {
        if (!CorpusClone.IsTop(top))
            throw Failed(arguments, "the clone is gone");
        // Git refuses a clone that belongs to somebody else, but only one that it found itself.
        await RunAsync(["-C", top], ["rev-parse", "--git-dir"], cancel);
        return await RunAsync(["-C", top, "--git-dir", Path.Join(top, ".git"), "--work-tree", top], arguments, cancel);
    }

    private async Task<string> RunAsync(string[] where, string[] arguments, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using var git = Start([.. where, .. Always, .. arguments]);
        try
        {
            var output = EndOfAsync(git.StandardOutput, either.Token);
            var errors = EndOfAsync(git.StandardError, either.Token);
            await git.WaitForExitAsync(either.Token);
            return git.ExitCode == 0 ? await output : throw Failed(arguments, LastLine(await errors));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Failed(arguments, $"it took longer than {Limit.TotalSeconds:0} s");
        }
        finally
        {
            if (!git.HasExited)
                git.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ASKPASS"] = start.Environment["SSH_ASKPASS"] = "";
        start.Environment.TryAdd("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        // Large files are not posts, and .lfsconfig, which anybody may push, says which server has them.
        start.Environment.TryAdd("GIT_LFS_SKIP_SMUDGE", "1");
        foreach (var name in OfAnotherRepository)
            start.Environment.Remove(name);
        try
        {
            var git = Process.Start(start)!; // Returns null only when a shell reuses a process.
            git.StandardInput.Close();
            return git;
        }
        catch (Win32Exception e)
        {
            throw new SearchNotesException(Fault.Corpus,
                $"git cannot be started: {e.Message}. Install it, or turn the setting git_pull off.", e);
        }
    }

    /// <summary>The last part of what it says; a remote may say any amount.</summary>
    private static async Task<string> EndOfAsync(StreamReader reader, CancellationToken cancel)
    {
        var end = "";
        var buffer = new char[KeptCharacters];
        while (await reader.ReadAsync(buffer, cancel) is var length and > 0)
        {
            end += new string(buffer, 0, length);
            end = end[Math.Max(0, end.Length - KeptCharacters)..];
        }
        return end;
    }

    private SearchNotesException Failed(string[] arguments, string why) =>
        new(Fault.Corpus,
            $"git {arguments[0]} in {top} failed: {why.TrimEnd('.')}. The posts stay as they are; run \"git -C {top} pull --ff-only\" by hand to see what is wrong.");

    /// <summary>What git calls an error, or else says last, names the cause. Passwords in addresses do not belong into a log.</summary>
    private static string LastLine(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        return Credentials().Replace(Array.FindLast(lines, IsError) ?? lines[^1], "//");

        static bool IsError(string line) =>
            line.StartsWith("fatal: ", StringComparison.Ordinal) || line.StartsWith("error: ", StringComparison.Ordinal);
    }

    private static string[] Set(string setting) => ["-c", setting];

    [GeneratedRegex("//[^/@ ]*@", RegexOptions.NonBacktracking)]
    private static partial Regex Credentials();
}
