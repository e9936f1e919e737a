namespace SearchNotes.Talks;

/// <summary>Kind of session that a document's notes are about.</summary>
public enum TalkKind
{
    /// <summary>An ordinary talk.</summary>
    Talk,

    /// <summary>A keynote.</summary>
    Keynote,

    /// <summary>A lightning talk.</summary>
    LightningTalk,

    /// <summary>A panel.</summary>
    Panel,

    /// <summary>A workshop or tutorial.</summary>
    Workshop,

    /// <summary>A session that is nothing but questions.</summary>
    QAndA,

    /// <summary>No talk: an ordinary post, or what a post holds outside its talks.</summary>
    Post,
}

/// <summary>One document: a talk's notes, or what a post holds outside its talks.</summary>
public sealed record Talk
{
    /// <summary>Post part, a dot, talk part; the post's own document has the post part alone. Only <c>[a-z0-9-]</c> and that dot.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of session.</summary>
    public required TalkKind Kind { get; init; }

    /// <summary>Topic of the talk; for <see cref="TalkKind.Post"/> the post's title.</summary>
    public required string Topic { get; init; }

    /// <summary>Who spoke. Empty when the post does not say.</summary>
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>The heading's text without mark-up; <see langword="null"/> for a post, or a talk that no heading names.</summary>
    public string? Heading { get; init; }

    /// <summary>Id of the heading on the live page; <see langword="null"/> when there is none or the generator is unknown.</summary>
    public string? Anchor { get; init; }

    /// <summary>The lines it was made from, in order, disjoint; one range for a talk, any number for the rest of a post.</summary>
    public required IReadOnlyList<LineRange> Lines { get; init; }

    /// <summary>First line, from 1, front matter counted.</summary>
    public int FirstLine => Lines[0].First;

    /// <summary>Last line, included, trailing blank lines left out.</summary>
    public int LastLine => Lines[^1].Last;

    /// <summary>The headings inside, in order.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The text inside, block by block, in order.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>Why the splitter made this talk: the signal that decided, in words.</summary>
    public string Why { get; init; } = "";

    /// <summary>How sure the splitter is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>Lines of a post, both ends included, from 1.</summary>
/// <param name="First">The first line.</param>
/// <param name="Last">The last line, not before the first.</param>
public readonly record struct LineRange(int First, int Last);

/// <summary>Someone who spoke.</summary>
/// <param name="Name">The name, the one of the aliases file where the written one is an alias.</param>
/// <param name="Slug">The person's key in addresses: <c>[a-z0-9-]</c>, one per person.</param>
/// <param name="Written">The name as this post writes it, when that differs; else <see langword="null"/>.</param>
/// <param name="Detail">Title, company or handle that stood beside the name; <see langword="null"/> when nothing did.</param>
/// <param name="Url">The person's own page, where the aliases file gives one.</param>
public sealed record Speaker(string Name, string Slug, string? Written = null, string? Detail = null, string? Url = null)
{
    /// <summary>Other names of the aliases file, to be found by. Only known while a post is indexed.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A heading inside a talk.</summary>
/// <param name="Heading">Its text without mark-up.</param>
/// <param name="Anchor">Its id on the live page, or <see langword="null"/>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Level">1 to 6.</param>
public sealed record Section(string Heading, string? Anchor, int Line, int Level);

/// <summary>Kind of a passage.</summary>
public enum PassageKind
{
    /// <summary>Paragraphs, list items, table cells.</summary>
    Prose,

    /// <summary>A block quote outside of questions and answers.</summary>
    Quote,

    /// <summary>Text of a question-and-answer part, quoted answers included.</summary>
    Qa,

    /// <summary>A code block, as written, without its fence or indent.</summary>
    Code,
}

/// <summary>A block of text of a talk, without mark-up.</summary>
public sealed record Passage
{
    /// <summary>Kind of the passage.</summary>
    public required PassageKind Kind { get; init; }

    /// <summary>The text: one paragraph or list item with single spaces, or a code block with its lines.</summary>
    public required string Text { get; init; }

    /// <summary>Index into the talk's sections of the heading it stands under; -1 above the first.</summary>
    public int Section { get; init; } = -1;

    /// <summary>Its first line in the file, from 1.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Its last line, included.</summary>
    public required int LastLine { get; init; }

    /// <summary>Language of a code block in lower case as its fence names it; <see langword="null"/> when it does not.</summary>
    public string? CodeLanguage { get; init; }

    /// <summary>Depth from which lists are not nested any further.</summary>
    internal const int MaxListDepth = 8;

    /// <summary>Number of lists that the passage is nested in, at most 8; 0 outside of lists.</summary>
    public int ListDepth { get; init; }

    /// <summary>Marker of the list item that the passage begins: a hyphen, or the number of the item with a dot; <see langword="null"/>
    /// outside of lists and for what follows in an item.</summary>
    public string? ListMarker { get; init; }

    /// <summary>Where inline code stands in <see cref="Text"/>, in order, disjoint.</summary>
    public IReadOnlyList<TextRange> InlineCode { get; init; } = [];

    /// <summary>The links in <see cref="Text"/>, in order, disjoint.</summary>
    public IReadOnlyList<TextLink> Links { get; init; } = [];
}

/// <summary>A link in a text.</summary>
/// <param name="Start">Index of the first character of its text.</param>
/// <param name="Length">Number of characters of its text, at least 1.</param>
/// <param name="Target">The address as the post writes it, which may be relative to the post's page; untrusted.</param>
public readonly record struct TextLink(int Start, int Length, string Target)
{
    /// <summary>Maximum length of an address, in characters. A longer one is not kept as a link.</summary>
    internal const int MaxTarget = 2000;

    /// <summary>Index behind the last character.</summary>
    public int End => Start + Length;
}

/// <summary>A part of a text in UTF-16 characters.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">How many characters.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Index behind the last character.</summary>
    public int End => Start + Length;
}
