using System.Diagnostics;

namespace SearchNotes.Tests;

/// <summary>The program that tests start: this build, or the file that <c>SEARCHNOTES_PROGRAM</c> names, such as a native one.</summary>
internal static class TestedProgram
{
    /// <summary>The file that is tested instead of this build; <see langword="null"/> for this build.</summary>
    public static string? File { get; } =
        Environment.GetEnvironmentVariable("SEARCHNOTES_PROGRAM") is { Length: > 0 } named ? Path.GetFullPath(named, Repository.Root) : null;

    /// <summary>The command line of the program.</summary>
    public static IReadOnlyList<string> Command { get; } = File is null ? ThisBuild : [File];

    /// <summary>The command line of this build.</summary>
    public static IReadOnlyList<string> ThisBuild =>
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "SearchNotes.Cli.dll")];

    /// <summary>Returns how to start the program, its output redirected.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => Start(Command, arguments);

    /// <summary>Returns how to start a program, its output redirected, without the variables that are meant for the tests.</summary>
    public static ProcessStartInfo Start(IReadOnlyList<string> command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SEARCHNOTES_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }
}
