using System.Globalization;

namespace SearchNotes.Cli.Exporting;

/// <summary>A problem in a post that breaks a link or a talk.</summary>
/// <param name="Path">Path of the post below the corpus folder.</param>
/// <param name="Line">Line number from 1; 0 for the whole file.</param>
/// <param name="Message">One sentence.</param>
internal sealed record ExportProblem(string Path, int Line, string Message)
{
    /// <summary>Returns the problem in the form that editors and build logs turn into a link.</summary>
    /// <param name="folder">The corpus folder as it is shown.</param>
    public string Text(string folder)
    {
        var file = System.IO.Path.Combine(folder, Path);
        return Line == 0 ? $"{file}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}: {Message}");
    }
}
