using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>The clone of the blog's repository that contains the corpus. Runs <c>git</c> without a shell and without prompts, for at most
/// two minutes.</summary>
/// <remarks>A person who may push posts must not be able to run programs here. Git is therefore given the location of the clone and never
/// searches for a repository: files called <c>HEAD</c>, <c>config</c>, <c>objects</c> and <c>refs</c> among the posts would form a
/// repository with its own configuration.</remarks>
/// <param name="top">The top folder of the clone.</param>
/// <param name="time">The clock.</param>
public sealed partial class GitClone(string top, TimeProvider time)
{
    private const int MaxOutputCharacters = 4096;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] Always =
    [
        .. Set("safe.bareRepository=explicit"),
        // The clone's configuration may name programs inside the clone, where pushes can write.
        .. Set("core.hooksPath=/dev/null"), .. Set("core.fsmonitor=false"),
        .. Set("submodule.recurse=false"), .. Set("protocol.ext.allow=never"),
        // Never check out a path that some file system treats as .git.
        .. Set("core.protectHFS=true"), .. Set("core.protectNTFS=true"),
    ];

    /// <summary>Variables that a hook of another repository sets and that would make git use that repository.</summary>
    private static readonly string[] RepositoryVariables =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_QUARANTINE_PATH",
        "GIT_NAMESPACE", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS",
    ];

    /// <summary>The top folder of the clone.</summary>
    public string Top => top;

    /// <summary>Returns the clone that contains the corpus of a service.</summary>
    /// <param name="options">The settings of the service.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SearchNotesException">The corpus is not in a clone, or the clone contains a folder that only the service may
    /// write.</exception>
    public static GitClone Of(ServeOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var top = options.Corpus.CloneTop ?? CorpusClone.TopOf(options.Corpus.Root) ?? throw new SearchNotesException(
            Fault.Settings,
            $"The setting git_pull is on, but {options.Corpus.Root} is not in a clone of a git repository; clone the blog's repository there, or turn git_pull off.");
        RequireOutside(top, "index", options.IndexFolder);
        RequireOutside(top, "query_log", options.QueryLog);
        return new GitClone(top, time);
    }

    /// <summary>Requires a folder to be outside the clone. A push can add files and links to any folder of the clone, even an ignored
    /// one.</summary>
    private static void RequireOutside(string top, string setting, string? folder)
    {
        if (folder is not null && CorpusClone.Contains(top, folder))
        {
            throw new SearchNotesException(Fault.Settings,
                $"The setting {setting} is \"{folder}\", which is inside the clone {top}; with git_pull, pushes could write there. Choose a folder outside the clone.");
        }
    }

    /// <summary>Fast-forwards the clone to its upstream branch.</summary>
    /// <param name="cancel">Cancels the pull.</param>
    /// <exception cref="SearchNotesException">The pull failed.</exception>
    public async Task PullAsync(CancellationToken cancel) =>
        await RunAsync(["pull", "--ff-only", "--quiet", "--no-recurse-submodules"], cancel);

    /// <summary>Returns the branch that <see cref="PullAsync"/> pulls, by its name in the forge: <c>refs/heads/main</c>.</summary>
    /// <param name="cancel">Cancels the command.</param>
    /// <exception cref="SearchNotesException">The clone has no upstream branch.</exception>
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
        // Git rejects a clone owned by another user, but only when it searches for the clone itself.
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
            var output = ReadEndAsync(git.StandardOutput, either.Token);
            var errors = ReadEndAsync(git.StandardError, either.Token);
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
        // Large files are not posts, and .lfsconfig, which anyone can push, names the server to load them from.
        start.Environment.TryAdd("GIT_LFS_SKIP_SMUDGE", "1");
        foreach (var name in RepositoryVariables)
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

    /// <summary>Returns the end of the output; a remote may send any amount.</summary>
    private static async Task<string> ReadEndAsync(StreamReader reader, CancellationToken cancel)
    {
        var end = "";
        var buffer = new char[MaxOutputCharacters];
        while (await reader.ReadAsync(buffer, cancel) is var length and > 0)
        {
            end += new string(buffer, 0, length);
            end = end[Math.Max(0, end.Length - MaxOutputCharacters)..];
        }
        return end;
    }

    private SearchNotesException Failed(string[] arguments, string why) =>
        new(Fault.Corpus,
            $"git {arguments[0]} in {top} failed: {why.TrimEnd('.')}. The posts are unchanged; run \"git -C {top} pull --ff-only\" by hand to see what is wrong.");

    /// <summary>Returns git's last error line, otherwise its last line, without passwords in addresses.</summary>
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
