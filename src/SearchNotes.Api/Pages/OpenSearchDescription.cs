using System.Text;
using System.Xml.Linq;

namespace SearchNotes.Api.Pages;

/// <summary>Writes an OpenSearch 1.1 description.</summary>
internal static class OpenSearchDescription
{
    /// <summary>Maximum length of the short name, by the specification.</summary>
    private const int MaxShortName = 16;

    private static readonly XNamespace Search = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Returns the description.</summary>
    /// <param name="title">The title of the site.</param>
    /// <param name="templates">Media types of results, and absolute addresses with <c>{searchTerms}</c>.</param>
    public static byte[] Write(string title, params IEnumerable<(string MediaType, string Address)> templates)
    {
        var description = new XElement(
            Search + "OpenSearchDescription",
            new XElement(Search + "ShortName", ShortName(title)),
            new XElement(Search + "Description", "Searches the talks in a blog's conference notes."),
            new XElement(Search + "InputEncoding", "UTF-8"),
            templates.Select(template => new XElement(
                Search + "Url", new XAttribute("type", template.MediaType), new XAttribute("template", template.Address))));
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{description}\n");
    }

    private static string ShortName(string title)
    {
        if (title.Length <= MaxShortName)
            return title;
        return title[..(char.IsHighSurrogate(title[MaxShortName - 1]) ? MaxShortName - 1 : MaxShortName)];
    }
}
