using SearchNotes.Posts;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads the title of a post as the title of its one talk.</summary>
internal static class WholeTitle
{
    private static readonly string[] NoteWords =
        ["notes on ", "notes from ", "notes about ", "my notes on ", "notes: ", "talk: ", "talk notes: ", "notizen zu ", "notes de ",
            "vortrag: "];

    /// <summary>Reads the title, where no heading named the talk.</summary>
    internal static void Read(WholeReading whole, IReadOnlyList<Candidate> headings)
    {
        if (whole.Heading is not null)
            return;
        if (EventPost.IsAmongNotes(whole.Outline) && IsOwnTitle(whole.Post.Title))
            ReadNotes(whole, headings);
        if (whole.Post.TitleIsFromFileName)
            return;
        var title = WithoutEvent(whole, whole.Post.Title);
        if (NoteWords.FirstOrDefault(w => title.StartsWith(w, StringComparison.OrdinalIgnoreCase)) is { } notes)
        {
            title = title[notes.Length..];
            whole.Vote(WholePostEvidence.NotesOn, 0.8, "the title says what these notes are on");
        }

        whole.Topic = Topics.Clean(title);
        if (!ReadOwnedTalk(whole, title))
            ReadTitleShape(whole, title);
    }

    private static bool IsOwnTitle(string title) =>
        (HeadingWords.Count(title) >= 2 && !EventPost.IsEventTitle(title)) || FileTitle.IsCounter(title);

    // "# Using Ansible to manage Sensu" over "# Best practices": what stands alone above all is the title.
    private static void ReadNotes(WholeReading whole, IReadOnlyList<Candidate> headings)
    {
        if (whole.Post.TitleIsFromFileName && headings is [{ Role: HeadingRole.Open } first, ..] && StandsAlone(first, whole.Outline))
            whole.Topic = Topics.Clean(first.Text);
        whole.Vote(WholePostEvidence.NotesFolder, 1, "a title of its own, in a folder of notes");
    }

    private static bool StandsAlone(Candidate first, Outline outline) =>
        ReferenceEquals(first.Heading.Block, outline.Blocks[0]) && !outline.HasOwnText(first.Heading)
            && HeadingWords.Count(first.Text) >= 2;

    // "PyconAU 2012: Implementing a cloud service", where a tag, a year or a word says that the first part is an event.
    private static string WithoutEvent(WholeReading whole, string title)
    {
        var (at, length) = EventEnd(title);
        if (at < 3)
            return title;
        var prefix = title[..at].Trim(' ', '[');
        var topic = title[(at + length)..].Trim();
        if (!IsEvent(prefix, isTag: title[0] == '[', whole.Post.FrontMatter) || !IsTopic(topic))
            return title;
        whole.Vote(WholePostEvidence.EventInTitle, 1.1, "the title reads as event and topic");
        return topic;
    }

    private static bool IsEvent(string text, bool isTag, FrontMatter matter)
    {
        if (matter.Tags.Contains(text, StringComparer.OrdinalIgnoreCase) && EventPost.IsEventTitle(text))
            return true;
        if (Words.EventWords.HasAnyOf(text) && !Words.Recaps.HasAnyOf(text))
            return true;
        return text.Equals(matter.Event, StringComparison.OrdinalIgnoreCase) || (isTag && EventNames.Has(text));
    }

    private static bool IsTopic(string text) =>
        !IsPart(text) && HeadingRoles.OfText(text) == HeadingRole.Open && !EventPost.IsEventTitle(text);

    private static (int At, int Length) EventEnd(string title)
    {
        // "[SOSCON 2016] IoTivity Bigpicture"
        var close = title.StartsWith('[') ? title.IndexOf("] ", StringComparison.Ordinal) : -1;
        if (close > 0 && HeadingWords.Count(title[close..]) >= 2 && !Words.Recaps.IsIn(title[close..]))
            return (close, 2);
        foreach (var mark in (ReadOnlySpan<string>)[": ", " – ", " — ", " - ", " : "])
        {
            var at = title.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
                return (at, mark.Length);
        }

        return (-1, 0);
    }

    // "Lachlan Hardy's session The Open Web", "Nick Cowie's talk on Progressive Enhancement"
    private static bool ReadOwnedTalk(WholeReading whole, string title)
    {
        if (PossessiveTitle.Read(title, whole.Outline.Vocabulary) is not { } owned)
            return false;
        whole.Names = owned.Names;
        if (owned.Topic.Length > 0)
            whole.Topic = owned.Topic;
        whole.Vote(WholePostEvidence.OwnedTalk, 2, "the title names a speaker's session");
        return true;
    }

    private static void ReadTitleShape(WholeReading whole, string title)
    {
        var best = Best(title, whole.Outline.Vocabulary);
        if (best is null)
            return;
        (whole.Topic, whole.Names) = (best.Topic, best.Names);
        whole.Vote(WholePostEvidence.TitleShape, Weights.Of(best.Shape, best.Confidence), "the title reads as topic and speaker");
    }

    internal static HeadingReading? Best(string text, Vocabulary vocabulary) =>
        TalkHeading.Read(text, vocabulary)
            .Where(r => r.Confidence >= NameConfidence.Strong && r.Shape != HeadingShape.Speaker && r.Topic.Length > 0)
            .MaxBy(r => Weights.Of(r.Shape, r.Confidence));

    // Whether what follows an event's name counts days and parts instead of naming a topic: "Day One", "Part 2", "a recap".
    private static bool IsPart(string text) =>
        HeadingWords.Count(text) <= (text.Any(char.IsAsciiDigit) ? 3 : 1) || IsGroup(text) || Words.Recaps.HasAnyOf(text);

    private static bool IsGroup(string text) => Words.GroupStarts.Has(FirstWord(text)) || HeadingRoles.OfText(text) == HeadingRole.Group;

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : text.AsSpan(0, space);
    }
}
