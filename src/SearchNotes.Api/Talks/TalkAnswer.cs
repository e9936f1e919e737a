using SearchNotes.Api.Search;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Api.Talks;

/// <summary>A talk with all of its notes.</summary>
/// <param name="Id">Its id: the post's part, a dot, the talk's part. Stable.</param>
/// <param name="Kind">talk, keynote, lightning_talk, panel, workshop, q_and_a or post.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Speakers">Names of those who spoke.</param>
/// <param name="SpeakerDetails">The same people, with what else the post says of them.</param>
/// <param name="Tags">The post's tags.</param>
/// <param name="Event">Where it was given.</param>
/// <param name="PostTitle">Title of the post that holds it.</param>
/// <param name="Date">The day, YYYY-MM-DD; null when the post has none.</param>
/// <param name="Language">Two-letter code; null when nothing tells.</param>
/// <param name="Url">Its heading on the blog; null when the blog's addresses are unknown.</param>
/// <param name="Source">Where it stands in the corpus.</param>
/// <param name="Sections">The headings inside it, in order.</param>
/// <param name="Passages">Its text, block by block, in order.</param>
/// <param name="Why">Why the splitter takes it for a talk.</param>
/// <param name="Confidence">How sure the splitter is, 0 to 1.</param>
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
            new TalkEvent(stored.EventTitle, stored.Location),
            stored.PostTitle,
            stored.Date,
            stored.Language,
            stored.Url,
            SearchMapping.ToSource(stored),
            [.. talk.Sections.Select(section => new TalkSection(section.Heading, section.Anchor, UrlOf(stored, section.Anchor), section.Line, section.Level))],
            [.. talk.Passages.Select(passage => new TalkPassage(
                ApiNames.Of(passage.Kind), passage.Text, passage.Section, passage.FirstLine, passage.LastLine, passage.CodeLanguage,
                [.. passage.InlineCode.Select(code => new CodeRange(code.Start, code.Length))]))],
            talk.Why,
            talk.Confidence);
    }

    /// <summary>Address of a heading on the blog; <see langword="null"/> when unknown.</summary>
    public static string? UrlOf(StoredTalk stored, string? anchor) =>
        stored.PageUrl is null || anchor is null ? null : $"{stored.PageUrl}#{anchor}";
}

/// <summary>Someone who spoke.</summary>
/// <param name="Name">The name.</param>
/// <param name="Slug">The key in addresses.</param>
/// <param name="Written">The name as this post writes it; null when that is the same.</param>
/// <param name="Detail">Title, company or handle beside the name; null when there is none.</param>
/// <param name="Url">The person's own page, http or https, from the corpus's speakers.yaml; null when it gives none.</param>
internal sealed record TalkSpeaker(string Name, string Slug, string? Written, string? Detail, string? Url);

/// <summary>A heading inside a talk.</summary>
/// <param name="Heading">Its text.</param>
/// <param name="Anchor">Its id on the blog's page; null when unknown.</param>
/// <param name="Url">Its address on the blog; null when unknown.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Level">1 to 6.</param>
internal sealed record TalkSection(string Heading, string? Anchor, string? Url, int Line, int Level);

/// <summary>A block of text.</summary>
/// <param name="Kind">prose, quote, qa or code.</param>
/// <param name="Text">The text without mark-up, or the code with its lines.</param>
/// <param name="Section">Index of the section that it stands in; -1 above the first.</param>
/// <param name="FirstLine">Its first line in the file, from 1.</param>
/// <param name="LastLine">Its last line, included.</param>
/// <param name="CodeLanguage">Language of a code block; null when its fence names none.</param>
/// <param name="InlineCode">Where inline code stands in the text.</param>
internal sealed record TalkPassage(
    [property: WordOf<PassageKind>] string Kind, string Text, int Section, int FirstLine, int LastLine, string? CodeLanguage, IReadOnlyList<CodeRange> InlineCode);

/// <summary>A part of a text in UTF-16 characters.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">How many characters.</param>
internal readonly record struct CodeRange(int Start, int Length);

/// <summary>Talks like another one.</summary>
/// <param name="Id">That other one.</param>
/// <param name="Hits">The talks, most alike first.</param>
internal sealed record RelatedAnswer(string Id, IReadOnlyList<Hit> Hits);
