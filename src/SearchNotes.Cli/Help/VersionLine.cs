using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace SearchNotes.Cli.Help;

/// <summary>The line of <c>--version</c>: the version, and the commit that it was built from.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    private const int CommitCharacters = 12;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>The line, such as <c>searchnotes 0.1.0 (commit 0123456789ab)</c>.</summary>
    public static string Text { get; } = Of(typeof(VersionLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
        ?.InformationalVersion ?? "0.0.0");

    /// <summary>The version alone, such as <c>0.1.0</c>.</summary>
    public static string Version => Text.Split(' ')[1];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return ExitCode.Done;
    }

    /// <summary>Returns the line for a version with build metadata: <c>0.1.0+0123456789abcdef</c>. A build of sources without their
    /// history names no commit.</summary>
    public static string Of(string informational) => informational.Split('+') is [var version, var commit]
        ? $"searchnotes {version} (commit {commit[..Math.Min(CommitCharacters, commit.Length)]})"
        : $"searchnotes {informational}";
}
