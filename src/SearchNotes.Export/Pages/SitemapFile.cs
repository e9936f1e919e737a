using System.Text;
using System.Xml;
using SearchNotes.Indexing;

namespace SearchNotes.Export.Pages;

/// <summary>The sitemap: the pages of talks that the blog does not show itself.</summary>
internal static class SitemapFile
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Maximum number of addresses, by the protocol.</summary>
    private const int MaxAddresses = 50_000;

    /// <summary>Returns the sitemap.</summary>
    public static ExportedFile Of(ExportContext context, TalkLists lists, SiteAddress site)
    {
        var talks = context.Options.Pages.HasFlag(ExportedPages.Talks)
            ? lists.Newest.Where(stored => !TalkFiles.HasBlogAddress(stored)).Take(MaxAddresses) : [];
        var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var stored in talks)
                Write(xml, stored, site);
            xml.WriteEndElement();
        }
        return new("sitemap.xml", bytes.ToArray());
    }

    private static void Write(XmlWriter xml, StoredTalk stored, SiteAddress site)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, site.Of(StaticAddresses.TalkFolder(stored.Talk.Id)));
        xml.WriteEndElement();
    }
}
