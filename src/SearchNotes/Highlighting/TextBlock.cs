namespace SearchNotes.Highlighting;

/// <summary>A heading or passage of a talk with its occurrences.</summary>
/// <param name="Field">Field of the block.</param>
/// <param name="Text">Text of the block.</param>
/// <param name="Section">Index of the section, or -1.</param>
/// <param name="CodeLanguage">Language of a code block, or <see langword="null"/>.</param>
/// <param name="First">Index of the first occurrence among those of the talk.</param>
/// <param name="Count">Number of occurrences.</param>
/// <param name="Offset">Number of characters of the talk before the block.</param>
internal readonly record struct TextBlock(MatchField Field, string Text, int Section, string? CodeLanguage, int First, int Count,
    int Offset)
{
    /// <summary>Whether the block consists of sentences.</summary>
    public bool IsProse => Field is MatchField.Prose or MatchField.Quote or MatchField.Qa;
}

/// <summary>A selected passage: a part of a block, or a short block with its neighbours.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Window">The occurrences that the passage shows.</param>
/// <param name="Excerpt">The part of the block that is shown.</param>
/// <param name="FirstBlock">Index of the first block that is shown: a neighbour or the block itself.</param>
/// <param name="LastBlock">Index of the last block that is shown.</param>
/// <param name="LastEnd">End of the last block's shown part, after a sentence.</param>
internal readonly record struct Selection(int Block, Window Window, Excerpt Excerpt, int FirstBlock, int LastBlock, int LastEnd);
