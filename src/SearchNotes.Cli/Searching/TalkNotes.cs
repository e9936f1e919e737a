using System.Globalization;
using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Cli.Searching;

/// <summary>Writes the notes of a talk as text.</summary>
/// <param name="screen">The screen to write to.</param>
/// <param name="corpusPath">The corpus folder relative to the working directory.</param>
internal sealed class TalkNotes(Screen screen, string corpusPath)
{
    /// <summary>Writes topic, speakers, event and date, then the notes section by section.</summary>
    public void Write(StoredTalk stored)
    {
        WriteFacts(stored);
        var section = -1;
        foreach (var passage in stored.Talk.Passages)
        {
            for (; section < passage.Section; section++)
                WriteHeading(stored.Talk.Sections[section + 1]);
            Write(passage);
        }

        foreach (var rest in stored.Talk.Sections.Skip(section + 1))
            WriteHeading(rest);
    }

    private void WriteFacts(StoredTalk stored)
    {
        var talk = stored.Talk;
        screen.Line(talk.Topic, TextStyle.Title);
        if (talk.Speakers.Count > 0)
            screen.Line(string.Join(", ", talk.Speakers.Select(Named)));

        string?[] facts = [stored.EventTitle ?? stored.PostTitle, stored.Location, stored.ShownDate];
        screen.Line(string.Join(" · ", facts.Where(fact => fact is not null)), TextStyle.Secondary);
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(corpusPath, stored.Path)}:{talk.FirstLine}");
        screen.Line(Printable.Line(place), TextStyle.Location);
        if (stored.Url is { } url)
            screen.Line(url, TextStyle.Location);
    }

    private static string Named(Speaker speaker) => speaker.Detail is null ? speaker.Name : $"{speaker.Name} ({speaker.Detail})";

    private void WriteHeading(Section section)
    {
        screen.Line();
        screen.Line($"{new string('#', section.Level)} {section.Heading}", TextStyle.Title);
    }

    private void Write(Passage passage)
    {
        var (indent, style) = passage.Kind switch
        {
            PassageKind.Code => (4, TextStyle.Location),
            PassageKind.Quote => (2, TextStyle.Secondary),
            _ => (0, TextStyle.Plain),
        };
        var mark = passage.Kind == PassageKind.Quote ? "> " : "";
        screen.Line();
        screen.Line(new StyledText().Add(mark + passage.Text, style), indent);
    }
}
