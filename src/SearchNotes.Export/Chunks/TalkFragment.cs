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
        "anchor", "own", "path", "heading", "first", "last", "repeated", "sections", "passages",
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
        json.WriteStringValue(talk.Id);
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
        json.WriteStringValue(ownPage);
        json.WriteStringValue(stored.Path);
        json.WriteStringValue(talk.Heading);
        json.WriteNumberValue(talk.FirstLine);
        json.WriteNumberValue(talk.LastLine);
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
