using SearchNotes.Api.Pages;
using SearchNotes.Export.Chunks;
using SearchNotes.Export.Files;
using SearchNotes.Export.Pages;
using SearchNotes.Querying;

namespace SearchNotes.Export;

/// <summary>Writes the search as static files. The entry point of the export.</summary>
public static class Exporter
{
    /// <summary>Writes the files of an index into the output folder. Unchanged files are not written again.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="searcher">The index.</param>
    /// <exception cref="SearchNotesException">The folder cannot be written, or the index is damaged.</exception>
    public static ExportReport Run(ExportOptions options, TalkSearcher searcher)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(searcher);
        var contents = searcher.ReadContents();
        var scripts = EngineFiles.Make();
        var index = IndexFiles.Make(contents, scripts, StaticPages.OwnPage(options.Pages), StaticPages.AddressOfName(options.Pages));
        List<ExportedFile> files = [.. index.Files, scripts.Engine, scripts.Answers, scripts.Rare, .. BoxFiles.Make(scripts.Engine.Path)];
        using var language = Words.Speak(searcher);
        files.AddRange(StaticPages.Render(new ExportContext(options, searcher, contents.Talks)));
        var written = new OutputFolder(options.Out).Write(files, index.Entry);
        return new(written.Generation, contents.Talks.Count, written.Files, written.Written, written.Removed,
            files.Sum(file => (long)file.Content.Length));
    }
}
