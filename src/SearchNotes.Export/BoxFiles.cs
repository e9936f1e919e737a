using SearchNotes.Api.Box;

namespace SearchNotes.Export;

/// <summary>The files of the search box.</summary>
internal static class BoxFiles
{
    /// <summary>Returns the script of the box and its translations.</summary>
    public static IEnumerable<ExportedFile> Make() => SearchBox.Strings
        .Select(text => new ExportedFile($"search-box/strings/{text.Language}.json", text.Json))
        .Prepend(new ExportedFile("search-box.js", SearchBox.Script));
}
