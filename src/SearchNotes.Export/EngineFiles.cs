using System.Text;
using SearchNotes.Export.Files;

namespace SearchNotes.Export;

/// <summary>The scripts of the engine in the browser, named by their hashes.</summary>
/// <param name="Engine">The script that a box loads when it is opened. It reads queries and index files.</param>
/// <param name="Answers">The script that is loaded after that. It finds words, scores and shows talks, and imports the other
/// script.</param>
internal sealed record EngineFiles(ExportedFile Engine, ExportedFile Answers)
{
    /// <summary>Reads the scripts.</summary>
    public static EngineFiles Make()
    {
        var engine = Named("engine", Read("engine.js"));
        var answers = Read("answer.js").Replace("'./engine.js'", $"'./{engine.Path}'", StringComparison.Ordinal);
        return new(engine, Named("answer", answers));
    }

    private static ExportedFile Named(string name, string script)
    {
        var content = Encoding.UTF8.GetBytes(script);
        return new($"{name}.{ContentHash.Of(content)}.js", content);
    }

    private static string Read(string name)
    {
        using var stream = typeof(EngineFiles).Assembly.GetManifestResourceStream($"Engine/{name}")!; // The project file embeds it.
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
