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
    private bool followsItem;

    /// <summary>Writes topic, speakers, event and date, then the notes section by section.</summary>
    public void Write(StoredTalk stored)
    {
        WriteFacts(stored);
        var section = -1;
        foreach (var passage in stored.Talk.Passages)
        {
            for (; section < passage.Section; section++)
                WriteHeading(stored.Talk.Sections[section + 1]);
            Write(stored, passage);
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

    private void Write(StoredTalk stored, Passage passage)
    {
        var (indent, style) = passage.Kind switch
        {
            PassageKind.Code => (4, TextStyle.Location),
            PassageKind.Quote => (2, TextStyle.Secondary),
            _ => (0, TextStyle.Plain),
        };
        var mark = passage.Kind == PassageKind.Quote ? "> " : passage.ListMarker is { } marker ? $"{marker} " : "";
        // Items of one list stand together.
        if (passage.ListMarker is null || passage.ListDepth <= 1 && !followsItem)
            screen.Line();
        followsItem = passage.ListDepth > 0;
        screen.Line(Linked(stored, passage, new StyledText().Add(mark, style), style), indent + ListIndent(passage));
    }

    private static int ListIndent(Passage passage) => 2 * (passage.ListDepth - (passage.ListMarker is null ? 0 : 1));

    /// <summary>Adds the text of a passage, each link followed by its address.</summary>
    private static StyledText Linked(StoredTalk stored, Passage passage, StyledText text, TextStyle style)
    {
        var done = 0;
        foreach (var link in stored.LinksOf(passage))
        {
            text.Add(passage.Text[done..link.End], style);
            if (passage.Text[link.Start..link.End] != link.Target)
                text.Add($" <{link.Target}>", TextStyle.Location);
            done = link.End;
        }

        return text.Add(passage.Text[done..], style);
    }
}
