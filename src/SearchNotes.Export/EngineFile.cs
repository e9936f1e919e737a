using SearchNotes.Export.Files;

namespace SearchNotes.Export;

/// <summary>The script of the engine in the browser.</summary>
internal static class EngineFile
{
    /// <summary>Returns the script, named by its hash.</summary>
    public static ExportedFile Make()
    {
        using var stream = typeof(EngineFile).Assembly.GetManifestResourceStream("Engine/engine.js")!; // The project file embeds it.
        var script = new byte[stream.Length];
        stream.ReadExactly(script);
        return new($"engine.{ContentHash.Of(script)}.js", script);
    }
}
