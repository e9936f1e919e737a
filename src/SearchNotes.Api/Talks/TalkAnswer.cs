using SearchNotes.Api.Search;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Api.Talks;

/// <summary>A talk with all its notes.</summary>
/// <param name="Id">The stable id: the post's part, a dot, the talk's part.</param>
/// <param name="Kind">talk, keynote, lightning_talk, panel, workshop, q_and_a or post.</param>
/// <param name="Topic">The topic of the talk.</param>
/// <param name="Speakers">The names of the speakers.</param>
/// <param name="SpeakerDetails">The same speakers with the details that the post gives.</param>
/// <param name="Tags">The post's tags.</param>
/// <param name="Event">The event of the talk.</param>
/// <param name="PostTitle">The title of the post.</param>
/// <param name="Date">The date of the post, YYYY-MM-DD; null when it has none.</param>
/// <param name="Language">A two-letter language code; null when unknown.</param>
/// <param name="Url">The address of the talk's heading on the blog; null when unknown.</param>
/// <param name="VideoUrl">The address of a recording that the notes link to; null when they link to none.</param>
/// <param name="SlidesUrl">The address of the slides that the notes link to; null when they link to none.</param>
/// <param name="Source">The location in the corpus.</param>
/// <param name="Sections">The headings inside the talk, in text order.</param>
/// <param name="Passages">The blocks of text, in text order.</param>
/// <param name="Why">Why the splitter considers this a talk.</param>
/// <param name="Confidence">The splitter's confidence, 0 to 1.</param>
internal sealed record TalkAnswer(
    string Id,
    [property: WordOf<TalkKind>] string Kind,
    string Topic,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<TalkSpeaker> SpeakerDetails,
    IReadOnlyList<string> Tags,
    TalkEvent Event,
    string PostTitle,
    DateOnly? Date,
    string? Language,
    string? Url,
    string? VideoUrl,
    string? SlidesUrl,
    TalkSource Source,
    IReadOnlyList<TalkSection> Sections,
    IReadOnlyList<TalkPassage> Passages,
    string Why,
    double Confidence)
{
    public static TalkAnswer Of(StoredTalk stored)
    {
        var talk = stored.Talk;
        return new(
            talk.Id,
            ApiNames.Of(talk.Kind),
            talk.Topic,
            [.. talk.Speakers.Select(speaker => speaker.Name)],
            [.. talk.Speakers.Select(speaker => new TalkSpeaker(
                speaker.Name, speaker.Slug, speaker.Written, speaker.Detail, WebAddress.Of(speaker.Url)))],
            stored.Tags,
            TalkEvent.Of(stored),
            stored.PostTitle,
            stored.Date,
            stored.Language,
            stored.Url,
            stored.VideoUrl,
            stored.SlidesUrl,
            SearchMapping.ToSource(stored),
            [.. talk.Sections.Select(section => new TalkSection(section.Heading, section.Anchor, UrlOf(stored, section.Anchor), section.Line, section.Level))],
            [.. talk.Passages.Select(passage => new TalkPassage(
                ApiNames.Of(passage.Kind), passage.Text, passage.Section, passage.FirstLine, passage.LastLine, passage.CodeLanguage,
                [.. passage.InlineCode.Select(code => new CodeRange(code.Start, code.Length))],
                passage.ListDepth, passage.ListMarker,
                [.. stored.LinksOf(passage).Select(link => new PassageLink(link.Start, link.Length, link.Target))]))],
            talk.Why,
            talk.Confidence);
    }

    /// <summary>Returns the address of a heading on the blog; <see langword="null"/> when unknown.</summary>
    public static string? UrlOf(StoredTalk stored, string? anchor) =>
        stored.PageUrl is null || anchor is null ? null : $"{stored.PageUrl}#{anchor}";
}

/// <summary>A speaker of a talk.</summary>
/// <param name="Name">The speaker's name.</param>
/// <param name="Slug">The speaker's key in addresses.</param>
/// <param name="Written">The name as the post writes it; null when it is the same.</param>
/// <param name="Detail">The title, company or handle given with the name; null when there is none.</param>
/// <param name="Url">The speaker's website (http or https) from the corpus's speakers.yaml; null when it has none.</param>
internal sealed record TalkSpeaker(string Name, string Slug, string? Written, string? Detail, string? Url);

/// <summary>A heading inside a talk.</summary>
/// <param name="Heading">The text of the heading.</param>
/// <param name="Anchor">The id of the heading on the blog's page; null when unknown.</param>
/// <param name="Url">The address of the heading on the blog; null when unknown.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Level">The level of the heading, 1 to 6.</param>
internal sealed record TalkSection(string Heading, string? Anchor, string? Url, int Line, int Level);

/// <summary>A block of text.</summary>
/// <param name="Kind">"prose", "quote", "qa" or "code".</param>
/// <param name="Text">The text without markup, or the code with its line breaks.</param>
/// <param name="Section">Index of the section that contains the block; -1 above the first section.</param>
/// <param name="FirstLine">The first line in the file, from 1.</param>
/// <param name="LastLine">The last line, inclusive.</param>
/// <param name="CodeLanguage">The language of a code block; null when the fence names none.</param>
/// <param name="InlineCode">The ranges of inline code in the text.</param>
/// <param name="ListDepth">Number of lists that the block is nested in; 0 outside of lists.</param>
/// <param name="ListMarker">"-" or a number with a dot, where the block begins a list item; null otherwise.</param>
/// <param name="Links">The links in the text that lead to a web page.</param>
internal sealed record TalkPassage(
    [property: WordOf<PassageKind>] string Kind,
    string Text,
    int Section,
    int FirstLine,
    int LastLine,
    string? CodeLanguage,
    IReadOnlyList<CodeRange> InlineCode,
    int ListDepth,
    string? ListMarker,
    IReadOnlyList<PassageLink> Links);

/// <summary>A range of a text in UTF-16 characters.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Number of characters.</param>
internal readonly record struct CodeRange(int Start, int Length);

/// <summary>A link in a text.</summary>
/// <param name="Start">Index of the first character of its text, in UTF-16 characters.</param>
/// <param name="Length">Number of characters of its text.</param>
/// <param name="Url">The absolute address (http or https).</param>
internal readonly record struct PassageLink(int Start, int Length, string Url);

/// <summary>Talks that are similar to a talk.</summary>
/// <param name="Id">The id of the given talk.</param>
/// <param name="Hits">The similar talks, most similar first.</param>
internal sealed record RelatedAnswer(string Id, IReadOnlyList<Hit> Hits);
