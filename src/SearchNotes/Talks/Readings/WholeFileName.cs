namespace SearchNotes.Talks.Readings;

/// <summary>Reads topic and speakers of the one talk of a post from the name of its file: <c>dan-north-on-microservices</c>.</summary>
internal static class WholeFileName
{
    private const int LongestName = 3;

    /// <summary>Reads the name of the file, where nothing before it named a speaker.</summary>
    internal static void Read(WholeReading whole)
    {
        if (whole.Names.Count > 0)
            return;
        var name = Path.GetFileNameWithoutExtension(whole.Post.Path);
        var isTitle = whole.Post.TitleIsFromFileName && whole.Heading is null;
        if (isTitle && ReadDash(whole, name))
            return;
        if (whole.Heading is not null && ReadBesideTitle(whole, name))
            return;
        var words = AsWords(name);
        if (isTitle && EventPost.IsAmongNotes(whole.Outline) && ReadKeynote(whole, words))
            return;
        if (!words.Contains("Hands on", StringComparison.Ordinal))
            ReadShape(whole, words, isTitle);
    }

    // "12 - Tides that turn - Ada Muster"
    private static bool ReadDash(WholeReading whole, string name)
    {
        if (name.LastIndexOf(" - ", StringComparison.Ordinal) is not (> 0 and var dash)
            || SpeakerNames.Read(name[(dash + 3)..], whole.Outline.Vocabulary) is not { Count: > 0 } people
            || SpeakerNames.Weakest(people) < NameConfidence.Strong)
        {
            return false;
        }
        whole.Names = people;
        whole.Topic = Topics.Clean(TopicPrefix.Split(name[..dash].Split(" - ")[^1]).Topic);
        whole.Vote(WholePostEvidence.FileName, 1, "the file's name reads as topic and speaker");
        return true;
    }

    private static bool ReadBesideTitle(WholeReading whole, string name)
    {
        if (FileTitle.SpeakersBesideTitle(name, whole.Topic, whole.Outline.Vocabulary) is not { Count: > 0 } names)
            return false;
        whole.Names = names;
        return true;
    }

    private static bool ReadKeynote(WholeReading whole, string words)
    {
        if (FileTitle.KeynoteSpeakers(words, whole.Outline.Vocabulary) is not { Count: > 0 } names)
            return false;
        whole.Names = names;
        whole.Vote(WholePostEvidence.FileName, 1, "the file's name reads as a speaker's keynote");
        return true;
    }

    private static void ReadShape(WholeReading whole, string words, bool isTitle)
    {
        var reading = TalkHeading.Read(words, whole.Outline.Vocabulary)
            .FirstOrDefault(r => r.Shape is HeadingShape.On or HeadingShape.By && r.Confidence >= NameConfidence.Strong
                && r.Names.All(n => n.Name.Split(' ').Length <= LongestName));
        if (reading is null)
            return;
        whole.Names = reading.Names;
        if (isTitle)
            whole.Topic = Topics.Clean(TopicOfTitle(whole, reading));
        whole.Vote(WholePostEvidence.FileName, 1, "the file's name reads as speaker and topic");
    }

    private static string TopicOfTitle(WholeReading whole, HeadingReading ofName) =>
        whole.Topic.EndsWith(ofName.Names[^1].Name, StringComparison.OrdinalIgnoreCase)
            ? TalkHeading.Read(whole.Post.Title, whole.Outline.Vocabulary).FirstOrDefault(r =>
            r.Shape == ofName.Shape)?.Topic ?? whole.Topic
            : whole.Topic;

    private static string AsWords(string name) =>
        string.Join(' ', name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w is "on" or "by" ? w : char.ToUpperInvariant(w[0]) + w[1..]));
}
