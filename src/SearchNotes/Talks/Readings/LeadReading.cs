namespace SearchNotes.Talks.Readings;

/// <summary>The opening of a paragraph or list item that gives an account of a talk.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Names">The speakers.</param>
/// <param name="Weight">Evidence for a talk; see <see cref="Weights"/>.</param>
/// <param name="IsMarked">Whether bold or linked words open it.</param>
internal sealed record LeadReading(string Topic, IReadOnlyList<SpeakerName> Names, double Weight, bool IsMarked)
{
    /// <summary>The largest number of characters of such an opening.</summary>
    internal const int MaxLength = 200;
}
