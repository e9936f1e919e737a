using System.Text.RegularExpressions;
using SearchNotes.Cli;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>A temporary folder with the program run in it, in process, as if in a pipe.</summary>
public sealed partial class CliFolder : IDisposable
{
    // A search whose time is up on a busy machine answers less; this is the longest that can be set.
    private readonly Dictionary<string, string> _variables = new() { ["SEARCHNOTES_SEARCH_MILLISECONDS"] = "60000" };

    /// <summary>Where it is.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("searchnotes-cli-").FullName;

    /// <summary>Sets an environment variable for the runs to come.</summary>
    public CliFolder With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    /// <summary>Writes a file, folders included.</summary>
    public CliFolder Write(string path, string text)
    {
        var fullPath = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllText(fullPath, text);
        return this;
    }

    /// <summary>A path below the folder, made absolute.</summary>
    public string FullPath(string path) => Path.Combine(Root, path);

    /// <summary>Runs the program; what it says is scrubbed of the folder's name and of times.</summary>
    public CliRun Run(params string[] arguments)
    {
        var run = TestedProgram.File is null ? RunHere(arguments) : RunFile(arguments);
        return run with { Out = Scrub(run.Out), Error = Scrub(run.Error) };
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>What a run in the folder stands in.</summary>
    internal CommandContext Context(TextWriter? output = null, TextWriter? error = null) => new()
    {
        Out = output ?? TextWriter.Null,
        Error = error ?? TextWriter.Null,
        Folder = Root,
        Width = 100,
        Variable = name => _variables.GetValueOrDefault(name),
        VariableNames = () => _variables.Keys,
    };

    private CliRun RunHere(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.RunAsync(arguments, Context(output, error), TestContext.Current.CancellationToken).GetAwaiter()
            .GetResult();
        return new CliRun(code, output.ToString(), error.ToString());
    }

    private CliRun RunFile(string[] arguments)
    {
        using var process = CliProcess.Start(Root, [.. _variables.Select(pair => (pair.Key, pair.Value))], arguments);
        return process.End().GetAwaiter().GetResult();
    }

    private string Scrub(string text) => Seconds().Replace(text.Replace(Root, "FOLDER", StringComparison.Ordinal), "N s");

    [GeneratedRegex(@"\d+\.\d\d s\b", RegexOptions.None, 1000)]
    private static partial Regex Seconds();
}

/// <summary>What a run of the program left behind.</summary>
public sealed record CliRun(int Code, string Out, string Error);
