namespace SearchNotes.Querying.Matching;

/// <summary>How far the terms of a search may differ from the typed word.</summary>
internal enum MatchExpansion
{
    /// <summary>The word as typed only. Used for negated words.</summary>
    None,

    /// <summary>The word, its forms, joined and split spellings, and typos.</summary>
    Word,

    /// <summary>Like <see cref="Word"/>, plus words that begin with the typed text. Used for the last word while it is being
    /// typed.</summary>
    Unfinished,

    /// <summary>All words that begin with the typed text. Used for a word with a star.</summary>
    Prefix,

    /// <summary>A single letter as the initial of a name.</summary>
    Initial,
}
