using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SearchNotes.Tests.Export;

/// <summary>The engine of an export, run by node instead of a browser.</summary>
internal static class NodeEngine
{
    /// <summary>What to do where there is no node.</summary>
    public const string Missing = "There is no node 20 or newer here: install one to test the engine for browsers.";

    private static readonly Lazy<bool> IsThere = new(Find);

    /// <summary>Whether there is a node.</summary>
    public static bool Exists => IsThere.Value;

    /// <summary>Asks the engine in one process; returns an answer per question.</summary>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="call"><c>search</c> or <c>suggest</c>.</param>
    /// <param name="questions">The parameters of each question, as of the API.</param>
    public static async Task<IReadOnlyList<NodeAnswer>> AskAsync(string folder, string call, IEnumerable<object> questions)
    {
        var script = Path.Combine(Repository.Root, "tests", "SearchNotes.EndToEnd.Tests", "Export", "ask.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!; // Not null: a new process is started.
        var errors = node.StandardError.ReadToEndAsync();
        var lines = questions.Select(question => JsonSerializer.Serialize(new Dictionary<string, object> { [call] = question })).ToList();
        var asking = Task.Run(async () =>
        {
            foreach (var line in lines)
                await node.StandardInput.WriteLineAsync(line);
            node.StandardInput.Close();
        });
        var answers = new List<NodeAnswer>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            answers.Add(JsonSerializer.Deserialize<NodeAnswer>(line, JsonSerializerOptions.Web)!); // A line is an object.
        await asking;
        await node.WaitForExitAsync();
        return answers.Count == lines.Count ? answers : throw new InvalidOperationException(await errors);
    }

    private static bool Find()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!; // As above.
            var version = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return version.StartsWith('v') && int.TryParse(version[1..].Split('.')[0], out var major) && major >= 20;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>An answer of the engine.</summary>
/// <param name="Answer">The answer, in the shape of the API; <see langword="null"/> after a fault.</param>
/// <param name="Fault">Name of the fault.</param>
/// <param name="Message">Message of the fault.</param>
/// <param name="Read">The files that were read for it, in order.</param>
/// <param name="Milliseconds">Time of the script, when all files are there.</param>
internal sealed record NodeAnswer(JsonObject? Answer, string? Fault, string? Message, IReadOnlyList<ReadFile> Read, double? Milliseconds);

/// <summary>A file that the engine read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Round">The round of requests, from 1.</param>
internal sealed record ReadFile(string Path, int Bytes, int Round);
