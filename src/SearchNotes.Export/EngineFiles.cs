using System.Text;
using SearchNotes.Export.Files;

namespace SearchNotes.Export;

/// <summary>The scripts of the engine in the browser, named by their hashes.</summary>
/// <param name="Engine">The script that a box loads when it is opened. It reads queries and index files.</param>
/// <param name="Answers">The script that is loaded after that. It finds words, scores and shows talks, and imports the first
/// script.</param>
/// <param name="Rare">The script with what few queries need, loaded by the first one that does.</param>
internal sealed record EngineFiles(ExportedFile Engine, ExportedFile Answers, ExportedFile Rare)
{
    /// <summary>Reads the scripts.</summary>
    public static EngineFiles Make()
    {
        var engine = Read("engine");
        var answers = Read("answer", engine);
        return new(engine, answers, Read("rare", engine, answers));
    }

    /// <summary>Reads a script and names the scripts that it imports.</summary>
    private static ExportedFile Read(string name, params ReadOnlySpan<ExportedFile> imported)
    {
        using var stream = typeof(EngineFiles).Assembly.GetManifestResourceStream($"Engine/{name}.js")!; // The project file embeds it.
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var script = reader.ReadToEnd();
        foreach (var file in imported)
            script = script.Replace($"'./{file.Path.Split('.')[0]}.js'", $"'./{file.Path}'", StringComparison.Ordinal);
        var content = Encoding.UTF8.GetBytes(script);
        return new($"{name}.{ContentHash.Of(content)}.js", content);
    }
}
