using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Candidates;

/// <summary>What a unit of text is.</summary>
internal enum UnitKind
{
    /// <summary>A paragraph whose first line is bold, or an item that stands alone over paragraphs: a heading to a reader.</summary>
    BoldLine,

    /// <summary>A list item or a row of a table.</summary>
    Item,

    /// <summary>A paragraph outside of lists.</summary>
    Paragraph,
}

/// <summary>A paragraph, bold line or list item: what can begin a talk without a heading.</summary>
internal sealed record Unit
{
    /// <summary>What it is.</summary>
    internal required UnitKind Kind { get; init; }

    /// <summary>Its first block.</summary>
    internal required Block Block { get; init; }

    /// <summary>Index of <see cref="Block"/> in the outline's blocks.</summary>
    internal required int BlockIndex { get; init; }

    /// <summary>Index of the block behind what belongs to it where no other unit begins before.</summary>
    internal required int End { get; init; }

    /// <summary>Index of the heading above it; -1 above the first one.</summary>
    internal int Heading { get; init; }

    /// <summary>Index of the list item that holds it; -1 for none.</summary>
    internal int Holder { get; init; }

    /// <summary>Index of the block of the last paragraph before the list of an item; -1 for none, and for what is no item.</summary>
    internal int Introduction { get; init; }

    /// <summary>Index of its group: units of one kind and depth below one heading.</summary>
    internal int Group { get; init; }

    /// <summary>How it opens as a talk, where it can be read so.</summary>
    internal required LeadReading? Lead { get; init; }

    /// <summary>A sentence in it that says who spoke.</summary>
    internal required SpeakerEvidence? Said { get; init; }

    /// <summary>The best reading of its first line as topic and speakers.</summary>
    internal required HeadingReading? Line { get; init; }

    /// <summary>How many names stand in it.</summary>
    internal required int Names { get; init; }

    /// <summary>How many of them stand in no unit before it.</summary>
    internal required int NewNames { get; init; }

    /// <summary>Index in its text of the first name; -1 for none.</summary>
    internal required int FirstName { get; init; }
}
