using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SearchNotes.Cli.Settings;

namespace SearchNotes.Cli.Starting;

/// <summary>The settings file that <c>init</c> writes: the chosen settings, and as comments those that were guessed and can be
/// overridden.</summary>
/// <param name="Survey">The survey of the blog.</param>
/// <param name="Corpus">The folder of posts, relative to the file.</param>
/// <param name="SiteUrl">The address of the blog; <see langword="null"/> when it is unknown.</param>
/// <param name="PublicUrl">The address of the search; <see langword="null"/> when it is not decided.</param>
internal sealed record SettingsDraft(BlogSurvey Survey, string Corpus, string? SiteUrl, string? PublicUrl)
{
    /// <summary>The index folder, hidden so that no generator publishes it.</summary>
    public const string Index = ".searchnotes";

    /// <summary>Returns the text of the file.</summary>
    public string Write()
    {
        var text = new StringBuilder("// Settings of SearchNotes. A line that begins with // is a comment.\n{\n");
        Append(text, "Folder of posts, read recursively.", "corpus", Corpus);
        Append(text, "Folder of the index. It can always be built again, so it need not be kept or committed.", "index", Index);
        Append(text, "Address of the blog: hits link to it, and its pages may ask the search.", "site_url", SiteUrl, "https://blog.example");
        Append(text, "Address of the search as readers reach it, when \"serve\" runs behind a web server.", "public_url", PublicUrl,
            "https://notes.example");
        AppendGuessed(text, "How addresses of pages are made.", "permalink", Survey.Detected?.Permalink, "/:year/:month/:title/");
        AppendGuessed(text, "How ids of headings are made.", "anchors",
            Survey.Detected is { } guess ? SettingKeys.AnchorNames.First(word => word.Value == guess.Anchors).Key : null, "github");
        AppendFolders(text);
        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, string comment, string key, string? value, string example = "") =>
        text.Append($"  // {comment}\n  {(value is null ? "// " : "")}{Quoted(key)}: {Quoted(value ?? example)},\n");

    private void AppendGuessed(StringBuilder text, string comment, string key, string? guessed, string example)
    {
        var source = guessed is null ? "" : $" {Path.GetFileName(Survey.Detected?.File)} says so; uncomment to overrule it.";
        text.Append($"  // {comment}{source}\n  // {Quoted(key)}: {Quoted(guessed ?? example)},\n");
    }

    private void AppendFolders(StringBuilder text)
    {
        var folders = Survey.FoldersWithoutTalks;
        text.Append("  // Settings of individual folders. Without them the splitter decides for each post whether it contains talks.\n")
            .Append("  // \"folders\": {\n");
        foreach (var folder in folders.DefaultIfEmpty("recipes"))
            text.Append($"  //   {Quoted(folder + "/**")}: {{ \"talks\": \"none\" }},\n");
        text.Append("  // },\n");
    }

    /// <summary>Quotes a text. Names of folders may contain any character, line breaks included.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(Printable.Line(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
