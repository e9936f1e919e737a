using System.Globalization;
using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Export.Chunks;

/// <summary>Writes the text of a talk for the engine in the browser, which shows it as a hit and selects passages from it. See
/// <c>docs/static-format.md</c>.</summary>
internal static class TalkFragment
{
    /// <summary>Returns the fragment as JSON.</summary>
    public static byte[] Write(StoredTalk stored)
    {
        var talk = stored.Talk;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", talk.Id);
            json.WriteNumber("kind", (int)talk.Kind);
            json.WriteString("topic", talk.Topic);
            json.WriteStartArray("speakers");
            foreach (var speaker in talk.Speakers)
                json.WriteStringValue(speaker.Name);
            json.WriteEndArray();
            json.WriteStartArray("tags");
            foreach (var tag in stored.Tags)
                json.WriteStringValue(tag);
            json.WriteEndArray();
            json.WriteString("event", stored.EventTitle);
            json.WriteString("location", stored.Location);
            json.WriteString("post", stored.PostTitle);
            json.WriteString("date", stored.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("eventDate", stored.EventDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("video", stored.VideoUrl);
            json.WriteString("slides", stored.SlidesUrl);
            json.WriteString("language", stored.Language);
            json.WriteString("page", stored.PageUrl);
            json.WriteString("anchor", talk.Anchor);
            json.WriteString("path", stored.Path);
            json.WriteString("heading", talk.Heading);
            json.WriteNumber("first", talk.FirstLine);
            json.WriteNumber("last", talk.LastLine);
            json.WriteStartArray("repeated");
            foreach (var hash in stored.RepeatedPhrases)
                json.WriteNumberValue(hash);
            json.WriteEndArray();
            json.WriteStartArray("sections");
            foreach (var section in talk.Sections)
                WriteSection(json, section);
            json.WriteEndArray();
            json.WriteStartArray("passages");
            foreach (var passage in talk.Passages)
                WritePassage(json, passage);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
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
