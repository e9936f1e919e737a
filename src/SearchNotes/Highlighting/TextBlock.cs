namespace SearchNotes.Highlighting;

/// <summary>A heading or passage of a talk, with what stands in it.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Section">Index of its section, or -1.</param>
/// <param name="CodeLanguage">Language of a code block.</param>
/// <param name="First">Index of its first occurrence among those of the talk.</param>
/// <param name="Count">How many occurrences it has.</param>
/// <param name="Offset">How many characters of the talk stand before it.</param>
internal readonly record struct TextBlock(MatchField Field, string Text, int Section, string? CodeLanguage, int First, int Count,
    int Offset)
{
    /// <summary>Whether it is made of sentences.</summary>
    public bool IsProse => Field is MatchField.Prose or MatchField.Quote or MatchField.Qa;
}

/// <summary>What one match shows: a part of a block, or a short block with its neighbours.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Window">What stands there.</param>
/// <param name="Excerpt">The part that is shown.</param>
/// <param name="FirstBlock">Index of the first neighbour that is shown, or the block's.</param>
/// <param name="LastBlock">Index of the last one.</param>
/// <param name="LastEnd">Where the last one is cut, behind a sentence.</param>
internal readonly record struct Selection(int Block, Window Window, Excerpt Excerpt, int FirstBlock, int LastBlock, int LastEnd);
