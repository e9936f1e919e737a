namespace SearchNotes.Talks;

/// <summary>The aliases file of a corpus (<c>speakers.yaml</c>): other spellings of people's names.</summary>
public sealed class SpeakerAliases
{
    /// <summary>No aliases.</summary>
    public static SpeakerAliases None { get; } = new();

    /// <summary>Reads the file of a corpus folder; <see cref="None"/> where there is none.</summary>
    public static SpeakerAliases Read(string corpusRoot) => throw new NotImplementedException();
}
