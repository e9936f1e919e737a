using System.Globalization;
using System.Net;
using System.Text;
using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Table;

/// <summary>The site that Pagefind indexes: a page for each talk, as plain as can be.</summary>
internal static class Pages
{
    private const int PagesInFolder = 1000;

    /// <summary>Writes it.</summary>
    public static void Write(string site, IEnumerable<PreparedTalk> talks)
    {
        var number = 0;
        foreach (var talk in talks)
        {
            var folder =
                Directory.CreateDirectory(Path.Combine(site, (number++ / PagesInFolder).ToString(CultureInfo.InvariantCulture))).FullName;
            File.WriteAllText(Path.Combine(folder, talk.Id + ".html"), Page(talk));
        }
    }

    private static string Page(PreparedTalk talk)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"en\"><title>{Text(talk.Title)}</title><main data-pagefind-body><h1>{Text(talk.Title)}</h1>");
        html.Append(CultureInfo.InvariantCulture,
            $"<p data-pagefind-weight=\"3\">{Text(talk.SpeakerText)}</p><p data-pagefind-weight=\"2\">{Text(talk.TopicText)}</p>");
        foreach (var block in talk.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text(block)}</p>\n");
        return html.Append("</main></html>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
