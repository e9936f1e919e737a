namespace SearchNotes.Talks.Decoder;

/// <summary>Where the talks of a post begin.</summary>
/// <param name="Whole">How sure it is that the post is one talk, as log odds; <see langword="null"/> where it is not read so.</param>
/// <param name="Headings">The headings that name talks.</param>
/// <param name="Units">The paragraphs and items that begin talks.</param>
internal sealed record Reading(double? Whole, IReadOnlyList<Chosen> Headings, IReadOnlyList<Chosen> Units)
{
    /// <summary>No talks.</summary>
    internal static Reading None { get; } = new(null, [], []);

    /// <summary>Whether there is a talk.</summary>
    internal bool HasTalks => Whole is not null || Headings.Count > 0 || Units.Count > 0;

    /// <summary>The post as one talk.</summary>
    internal static Reading One(double odds) => new(odds, [], []);
}

/// <summary>A candidate that begins a talk.</summary>
/// <param name="Index">Its index among the headings or units.</param>
/// <param name="Odds">How sure, as log odds.</param>
internal readonly record struct Chosen(int Index, double Odds);
