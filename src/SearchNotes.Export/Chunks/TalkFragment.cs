using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Export.Chunks;

/// <summary>Writes the text of talks for the engine in the browser, which shows them as hits and selects passages from them. See
/// <c>docs/static-format.md</c>.</summary>
internal static class TalkFragment
{
    /// <summary>The values of a talk, in order.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "id", "kind", "topic", "speakers", "tags", "event", "location", "post", "date", "eventDate", "video", "slides", "language", "page",
        "anchor", "own", "path", "heading", "first", "lines", "repeated", "sections", "passages",
    ];

    /// <summary>Returns a fragment as JSON: a list of the values of each talk. Letters stay as they are: it is never part of a
    /// page.</summary>
    /// <param name="talks">The talks, each with where its hits lead if it has no page on the blog, relative to the output folder.</param>
    public static byte[] Write(IEnumerable<(StoredTalk Talk, string? OwnPage)> talks)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var (talk, ownPage) in talks)
                WriteTalk(json, talk, ownPage);
            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void WriteTalk(Utf8JsonWriter json, StoredTalk stored, string? ownPage)
    {
        var talk = stored.Talk;
        json.WriteStartArray();
        WriteParts(json, talk.Id, [talk.Speakers is [var first, ..] ? Slug(first.Name) : ""]);
        json.WriteNumberValue((int)talk.Kind);
        json.WriteStringValue(talk.Topic);
        WriteTexts(json, talk.Speakers.Select(speaker => speaker.Name));
        WriteTexts(json, stored.Tags);
        json.WriteStringValue(stored.EventTitle);
        json.WriteStringValue(stored.Location);
        json.WriteStringValue(stored.PostTitle);
        json.WriteStringValue(stored.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStringValue(stored.EventDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStringValue(stored.VideoUrl);
        json.WriteStringValue(stored.SlidesUrl);
        json.WriteStringValue(stored.Language);
        json.WriteStringValue(stored.PageUrl);
        json.WriteStringValue(talk.Anchor);
        if (ownPage == $"talks/{talk.Id}/")
            json.WriteNumberValue(0);
        else
            json.WriteStringValue(ownPage);
        json.WriteStringValue(stored.Path);
        WriteParts(json, talk.Heading, [talk.Topic, .. talk.Speakers.Select(speaker => speaker.Name)]);
        json.WriteNumberValue(talk.FirstLine);
        json.WriteNumberValue(talk.LastLine - talk.FirstLine);
        json.WriteStartArray();
        foreach (var hash in stored.RepeatedPhrases)
            json.WriteNumberValue(hash);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var section in talk.Sections)
            WriteSection(json, section);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var passage in talk.Passages)
            WritePassage(json, passage);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    /// <summary>Writes a text that contains others which the talk has anyway as a list: texts, and indexes of the others.</summary>
    private static void WriteParts(Utf8JsonWriter json, string? text, IReadOnlyList<string> others)
    {
        var parts = TextParts.Of(text ?? "", others);
        if (text is null || parts is [{ Text: not null }])
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartArray();
        foreach (var part in parts)
        {
            if (part.Text is null)
                json.WriteNumberValue(part.Index);
            else
                json.WriteStringValue(part.Text);
        }

        json.WriteEndArray();
    }

    /// <summary>Returns a name as ids and addresses contain it; an empty text if C# and JavaScript may disagree on its small letters.</summary>
    public static string Slug(string name) => name.All(char.IsAscii) ? name.ToLowerInvariant().Replace(' ', '-') : "";

    private static void WriteTexts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteSection(Utf8JsonWriter json, Section section)
    {
        json.WriteStartArray();
        json.WriteStringValue(section.Heading);
        json.WriteStringValue(section.Anchor);
        json.WriteEndArray();
    }

    /// <summary>Writes kind, section, text, and start and length of each piece of inline code.</summary>
    private static void WritePassage(Utf8JsonWriter json, Passage passage)
    {
        json.WriteStartArray();
        json.WriteNumberValue((int)passage.Kind);
        json.WriteNumberValue(passage.Section);
        json.WriteStringValue(passage.Text);
        foreach (var code in passage.InlineCode)
        {
            json.WriteNumberValue(code.Start);
            json.WriteNumberValue(code.Length);
        }

        json.WriteEndArray();
    }
}
