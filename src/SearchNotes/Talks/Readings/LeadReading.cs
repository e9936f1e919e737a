namespace SearchNotes.Talks.Readings;

/// <summary>How a paragraph or list item opens when it tells of a small talk.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Names">Who spoke.</param>
/// <param name="Weight">How much speaks for a talk; see <see cref="Weights"/>.</param>
/// <param name="IsMarked">Whether bold or linked words open it.</param>
internal sealed record LeadReading(string Topic, IReadOnlyList<SpeakerName> Names, double Weight, bool IsMarked)
{
    /// <summary>The largest number of characters of such an opening.</summary>
    internal const int MaxLength = 200;
}
