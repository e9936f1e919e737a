using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SearchNotes.Api.Hooks;

/// <summary>The corpus as a clone of the blog's repository. Runs <c>git</c> without a shell, without questions, for two minutes at most.</summary>
/// <param name="folder">A folder of the clone.</param>
/// <param name="time">The clock.</param>
public sealed partial class GitClone(string folder, TimeProvider time)
{
    private const int KeptCharacters = 4096;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Somebody who may push posts may not run programs here: no hooks of the clone, no submodules.</summary>
    private static readonly string[] Always = ["-c", "core.hooksPath=/dev/null", "-c", "submodule.recurse=false", "-c", "protocol.ext.allow=never"];

    /// <summary>Brings the clone to where its upstream is, if nothing has to be merged.</summary>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="SearchNotesException">It could not.</exception>
    public async Task PullAsync(CancellationToken cancel) => await RunAsync(["pull", "--ff-only", "--quiet", "--no-recurse-submodules"], cancel);

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
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using var git = Start(arguments);
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

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. Always, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ASKPASS"] = start.Environment["SSH_ASKPASS"] = "";
        start.Environment.TryAdd("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        // Set where the server was started by a hook of another repository, and would lead there.
        foreach (var name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
            start.Environment.Remove(name);
        try
        {
            var git = Process.Start(start)!; // Returns null only when a shell reuses a process.
            git.StandardInput.Close();
            return git;
        }
        catch (Win32Exception e)
        {
            throw new SearchNotesException(Fault.Corpus, $"git cannot be started: {e.Message}. Install it, or turn the setting git_pull off.", e);
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
        new(Fault.Corpus, $"git {arguments[0]} in {folder} failed: {why.TrimEnd('.')}. The posts stay as they are; run \"git -C {folder} pull --ff-only\" by hand to see what is wrong.");

    /// <summary>What git says last names the cause. Passwords in addresses do not belong into a log.</summary>
    private static string LastLine(string text) => Credentials().Replace(text.TrimEnd().Split('\n')[^1], "//");

    [GeneratedRegex("//[^/@ ]*@", RegexOptions.NonBacktracking)]
    private static partial Regex Credentials();
}
