namespace SearchNotes.Querying.Matching;

/// <summary>How far from the typed word a search may go.</summary>
internal enum MatchExpansion
{
    /// <summary>The word as typed and nothing else: what must not be there.</summary>
    None,

    /// <summary>Forms, joined and split, typing errors.</summary>
    Word,

    /// <summary>The same, and what it may be the beginning of: the last word, still being typed.</summary>
    Unfinished,

    /// <summary>Everything that begins so, because a star says so.</summary>
    Prefix,

    /// <summary>A lone letter: an initial of a name.</summary>
    Initial,
}
