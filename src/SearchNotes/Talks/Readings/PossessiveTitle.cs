namespace SearchNotes.Talks.Readings;

/// <summary>Reads "Lachlan Hardy's session The Open Web", "Nick Cowie's talk on Progressive Enhancement".</summary>
internal static class PossessiveTitle
{
    private static readonly string[] Nouns =
        ["session", "talk", "presentation", "closing keynote", "opening keynote", "keynote", "lecture", "workshop"];
    private static readonly string[] Links = ["on ", "about ", "at ", "called ", "titled "];

    /// <summary>Speakers and topic of a talk named as somebody's; <see langword="null"/> for any other text. The topic is empty when the
    /// text ends before it.</summary>
    internal static (string Topic, IReadOnlyList<SpeakerName> Names)? Read(string text, Vocabulary vocabulary)
    {
        var own = text.AsSpan().IndexOf("'s ");
        if (own < 0)
            own = text.AsSpan().IndexOf("’s ");
        if (own <= 0 || SpeakerNames.Read(text[..own], vocabulary) is not { Count: > 0 } names)
            return null;
        var rest = text[(own + 3)..];
        var noun = Nouns.FirstOrDefault(n => rest.StartsWith(n, StringComparison.OrdinalIgnoreCase));
        if (noun is null)
            return null;
        rest = rest[noun.Length..].TrimStart(':', ' ', '-', ',');
        foreach (var link in Links)
        {
            if (rest.StartsWith(link, StringComparison.OrdinalIgnoreCase))
                rest = rest[link.Length..];
        }

        return (Topics.Clean(rest), names);
    }
}
