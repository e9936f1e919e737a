using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using SearchNotes.Indexing;

namespace SearchNotes.Api.Pages;

/// <summary>The head of an Atom feed.</summary>
/// <param name="Title">The title.</param>
/// <param name="Id">The permanent id, an absolute address or URN.</param>
/// <param name="Updated">Time at which the feed changed.</param>
internal sealed record FeedHead(string Title, string Id, DateTimeOffset Updated)
{
    /// <summary>The feed's own address; <see langword="null"/> when it is unknown.</summary>
    public string? Self { get; init; }

    /// <summary>The address of the same talks as a page.</summary>
    public required string Page { get; init; }
}

/// <summary>Writes talks as an Atom feed.</summary>
internal static class AtomWriter
{
    /// <summary>The media type of a feed.</summary>
    public const string MediaType = "application/atom+xml";

    /// <summary>Maximum number of entries of a feed.</summary>
    public const int Entries = 30;

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Returns the feed.</summary>
    /// <param name="head">The head.</param>
    /// <param name="talks">The talks, newest first.</param>
    /// <param name="id">Returns the permanent id of a talk.</param>
    /// <param name="address">Returns the address of a talk; <see langword="null"/> when it has none.</param>
    public static byte[] Write(FeedHead head, IEnumerable<StoredTalk> talks, Func<StoredTalk, string> id, Func<StoredTalk, string?> address)
    {
        var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "title", head.Title);
            Text(xml, "id", head.Id);
            Text(xml, "updated", Time(head.Updated));
            Link(xml, "self", head.Self, MediaType);
            Link(xml, "alternate", head.Page, "text/html");
            foreach (var talk in talks)
                Entry(xml, talk, id(talk), address(talk));
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    /// <summary>Returns a name that is the same at every address of the service: a UUID of version 8 (RFC 9562) made from a path.</summary>
    public static string Name(string path)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("searchnotes " + path)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    /// <summary>Returns the start of a talk's day; the year 1970 when it has no date.</summary>
    /// <remarks>Feed readers show an entry again when its time or id changes, so both depend on the post alone.</remarks>
    public static DateTimeOffset Day(StoredTalk stored) =>
        stored.Date is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.UnixEpoch;

    private static void Entry(XmlWriter xml, StoredTalk stored, string id, string? address)
    {
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "title", stored.Talk.Topic);
        Text(xml, "id", id);
        Text(xml, "updated", Time(Day(stored)));
        Link(xml, "alternate", address, "text/html");
        foreach (var name in stored.Talk.Speakers.Select(speaker => speaker.Name).DefaultIfEmpty(stored.PostTitle))
        {
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", name);
            xml.WriteEndElement();
        }
        foreach (var tag in stored.Tags)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", Allowed(tag));
            xml.WriteEndElement();
        }
        Text(xml, "summary",
            string.Join(" ", stored.Talk.Passages.Where(passage => passage.Kind != SearchNotes.Talks.PassageKind.Code).Take(2)
                .Select(passage => passage.Text)));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Allowed(text));

    private static void Link(XmlWriter xml, string relation, string? address, string mediaType)
    {
        if (address is null)
            return;
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", Allowed(address));
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Replaces characters that XML does not allow; posts may contain them.</summary>
    private static string Allowed(string text)
    {
        var index = 0;
        while (index < text.Length && (XmlConvert.IsXmlChar(text[index]) || IsPair(text, index)))
            index += IsPair(text, index) ? 2 : 1;
        if (index == text.Length)
            return text;
        return string.Concat(text.EnumerateRunes()
            .Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
