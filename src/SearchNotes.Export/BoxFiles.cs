using System.Text;
using SearchNotes.Api.Box;

namespace SearchNotes.Export;

/// <summary>The files of the search box.</summary>
internal static class BoxFiles
{
    private const string EngineName = "const ownEngine = '';";

    /// <summary>Returns the script of the box, which names the engine, and its translations.</summary>
    /// <param name="engine">Name of the engine's script.</param>
    public static IEnumerable<ExportedFile> Make(string engine)
    {
        var script = Encoding.UTF8.GetString(SearchBox.Script)
            .Replace(EngineName, $"const ownEngine = '{engine}';", StringComparison.Ordinal);
        return SearchBox.Strings
            .Select(text => new ExportedFile($"search-box/strings/{text.Language}.json", text.Json))
            .Prepend(new ExportedFile("search-box.js", Encoding.UTF8.GetBytes(script)));
    }
}
