using System.Net;
using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>What says that a post is the notes of one talk.</summary>
internal enum WholeSign
{
    /// <summary>The heading above all text names a speaker.</summary>
    TopHeading,

    /// <summary>A title of its own, in a folder of notes.</summary>
    NotesFolder,

    /// <summary>The first line is "Speaker: Name".</summary>
    Label,

    /// <summary>The title says "Notes on …".</summary>
    NotesOn,

    /// <summary>The title reads as event and topic.</summary>
    EventInTitle,

    /// <summary>The title names a speaker's session.</summary>
    OwnedTalk,

    /// <summary>The title reads as topic and speaker.</summary>
    TitleShape,

    /// <summary>The file's name reads as topic and speaker.</summary>
    FileName,

    /// <summary>The first line reads as topic and speaker.</summary>
    FirstLine,

    /// <summary>The post opens with its speaker.</summary>
    Opening,

    /// <summary>The introduction speaks of one talk.</summary>
    OneTalk,

    /// <summary>Pandoc's title block names a person.</summary>
    TitleBlock,

    /// <summary>The front matter says that the page is a talk.</summary>
    TalkPage,

    /// <summary>The front matter names the speaker.</summary>
    SpeakerKey,
}

/// <summary>Reads topic and speakers of a post that is the notes of one talk, and the signs that it is.</summary>
internal sealed class WholeReading
{
    private static readonly string[] NoteWords =
        ["notes on ", "notes from ", "notes about ", "my notes on ", "notes: ", "talk: ", "talk notes: ", "notizen zu ", "notes de ",
            "vortrag: "];

    private readonly Outline outline;
    private readonly Post post;
    private double strongest;

    private WholeReading(Outline outline)
    {
        this.outline = outline;
        post = outline.Post;
    }

    /// <summary>How much each sign says, by <see cref="WholeSign"/>; 0 where it says nothing.</summary>
    internal double[] Signs { get; } = new double[Enum.GetValues<WholeSign>().Length];

    /// <summary>What spoke for it most.</summary>
    internal string Why { get; private set; } = "";

    /// <summary>The topic.</summary>
    internal string Topic { get; private set; } = "";

    /// <summary>Who spoke.</summary>
    internal IReadOnlyList<SpokenName> Names { get; private set; } = [];

    /// <summary>Whether the front matter says so.</summary>
    internal bool IsInFrontMatter { get; private set; }

    // Below a title from the front matter, a heading behind more words than these is a section.
    private const int LongestIntroduction = 40;

    /// <summary>The heading that names the talk, when the post opens with one.</summary>
    internal Candidate? Heading { get; private set; }

    /// <summary>Reads a post as one talk.</summary>
    internal static WholeReading Read(Outline outline, IReadOnlyList<Candidate> headings)
    {
        var whole = new WholeReading(outline) { Topic = Topics.Clean(Topics.WithoutNumber(outline.Post.Title).Topic) };
        if (outline.Post.TitleIsFromFileName)
            whole.Topic = FileTitle.WithoutCounting(whole.Topic);
        whole.ReadTopHeading(headings);
        whole.ReadLabel(headings);
        whole.ReadTitle(headings);
        whole.ReadFileName();
        whole.ReadOpening();
        whole.ReadFrontMatter();
        return whole;
    }

    private void Vote(WholeSign sign, double strength, string why)
    {
        Signs[(int)sign] += strength;
        if (strength > strongest)
            (strongest, Why) = (strength, why);
    }

    // "# Title by Speaker" as the only heading of its level, above all text.
    private void ReadTopHeading(IReadOnlyList<Candidate> headings)
    {
        if (headings.Count == 0)
            return;
        var first = headings[0];
        var isSection = !post.TitleIsFromFileName
            && (first.Heading.Level > 2
                || (first.Heading.Level == 2 && this.outline.Opening.Sum(b => HeadingWords.Count(b.Text)) > LongestIntroduction));
        var isRecap = Words.Recaps.HasAnyOf(first.Text) && EventPost.IsEventTitle(first.Chosen?.Topic ?? first.Text)
            && first.Heading.Children.Count > 2;
        if (isSection || isRecap || first.Role != HeadingRole.Open
            || this.outline.Opening.Count(b => b.Kind is BlockKind.Text or BlockKind.Code) > 2
            || headings.Count(c => c.Role == HeadingRole.Open && c.Heading.Level <= first.Heading.Level) > 1)
        {
            return;
        }
        Heading = first;
        var reading = first.Chosen is { Likeness: >= Likeness.Good } chosen
            && !(chosen.Shape == HeadingShape.ColonTopic && first.Mark is { Kind: >= MarkKind.Line }) ? chosen : null;
        Topic = reading is { Topic.Length: > 0 } ? reading.Topic : Topics.Clean(first.Text);
        Names = reading?.Names ?? first.Mark?.Names ?? [];
        if (first.Evidence > 0.5)
        {
            Vote(WholeSign.TopHeading, first.Evidence, Reasons.Of(first, 0));
        }
        else if (EventPost.IsAmongNotes(this.outline) && (!EventPost.IsEventTitle(first.Heading.Text) || FileTitle.IsCounter(first.Heading.Text)))
        {
            if (FileTitle.IsCounter(first.Heading.Text)
                && headings.FirstOrDefault(c => c.Role == HeadingRole.Open && HeadingWords.Count(c.Text) >= 2
                    && c.Heading.Level > first.Heading.Level) is { } title)
            {
                Topic = Topics.Clean(title.Text);
            }
            Vote(WholeSign.NotesFolder, 1, "one title above all, in a folder of notes");
        }
    }

    // "## Presenter: Ada Muster" as the first line of notes
    private void ReadLabel(IReadOnlyList<Candidate> headings)
    {
        if (headings is not [var first, ..] || !ReferenceEquals(first.Heading.Block, this.outline.Blocks[0])
            || SpeakerLabel.Labelled(first.Heading.Block, this.outline.Vocabulary) is not
            {
                Kind: MarkKind.Label,
                Likeness: >= Likeness.Good
            } mark)
        {
            return;
        }
        (Heading, Names, Topic) = (null, mark.Names, FileTitle.WithoutCounting(Topics.Clean(post.Title)));
        Vote(WholeSign.Label, 1, "the first line names the speaker");
    }

    private void ReadTitle(IReadOnlyList<Candidate> headings)
    {
        if (Heading is null && EventPost.IsAmongNotes(this.outline)
            && ((HeadingWords.Count(post.Title) >= 2 && !EventPost.IsEventTitle(post.Title)) || FileTitle.IsCounter(post.Title)))
        {
            // "# Using Ansible to manage Sensu" over "# Best practices": what stands alone above all is the title.
            if (post.TitleIsFromFileName && headings is [{ Role: HeadingRole.Open } first, ..]
                && ReferenceEquals(first.Heading.Block, this.outline.Blocks[0]) && !this.outline.HasOwnText(first.Heading)
                && HeadingWords.Count(first.Text) >= 2)
            {
                Topic = Topics.Clean(first.Text);
            }
            Vote(WholeSign.NotesFolder, 1, "a title of its own, in a folder of notes");
        }

        if (post.TitleIsFromFileName || Heading is not null)
            return;
        var title = WithoutEvent(post.Title);
        var notes = NoteWords.FirstOrDefault(w => title.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        if (notes is not null)
        {
            title = title[notes.Length..];
            Vote(WholeSign.NotesOn, 0.8, "the title says what these notes are on");
        }

        Topic = Topics.Clean(title);
        if (!ReadOwnedTalk(title))
            ReadTitleShape(title);
    }

    // "PyconAU 2012: Implementing a cloud service", where a tag, a year or a word says that the first part is an event.
    private string WithoutEvent(string title)
    {
        var (at, length) = EventEnd(title);
        if (at < 3)
            return title;
        var prefix = title[..at].Trim(' ', '[');
        var topic = title[(at + length)..].Trim();
        var isEvent = (post.FrontMatter.Tags.Contains(prefix, StringComparer.OrdinalIgnoreCase) && EventPost.IsEventTitle(prefix))
            || prefix.Equals(post.FrontMatter.Event, StringComparison.OrdinalIgnoreCase)
            || (Words.EventWords.HasAnyOf(prefix) && !Words.Recaps.HasAnyOf(prefix)) || (title[0] == '[' && EventPost.HasEventWord(prefix));
        if (!isEvent || Topics.IsPart(topic) || HeadingRoles.OfText(topic) != HeadingRole.Open || EventPost.IsEventTitle(topic))
            return title;
        Vote(WholeSign.EventInTitle, 1.1, "the title reads as event and topic");
        return topic;
    }

    private static (int At, int Length) EventEnd(string title)
    {
        // "[SOSCON 2016] IoTivity Bigpicture"
        if (title[0] == '[' && title.IndexOf("] ", StringComparison.Ordinal) is > 0 and var close && !Words.Recaps.IsIn(title[close..])
            && HeadingWords.Count(title[close..]) >= 2)
        {
            return (close, 2);
        }
        foreach (var mark in (ReadOnlySpan<string>)[": ", " – ", " — ", " - ", " : "])
        {
            var at = title.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
                return (at, mark.Length);
        }

        return (-1, 0);
    }

    // "Lachlan Hardy's session The Open Web", "Nick Cowie's talk on Progressive Enhancement"
    private bool ReadOwnedTalk(string title)
    {
        if (OwnedTalk.Read(title, this.outline.Vocabulary) is not { } owned)
            return false;
        Names = owned.Names;
        if (owned.Topic.Length > 0)
            Topic = owned.Topic;
        Vote(WholeSign.OwnedTalk, 2, "the title names a speaker's session");
        return true;
    }

    private void ReadTitleShape(string title)
    {
        var best = BestReading(title);
        if (best is null)
            return;
        (Topic, Names) = (best.Topic, best.Names);
        Vote(WholeSign.TitleShape, Weights.Of(best.Shape, best.Likeness), "the title reads as topic and speaker");
    }

    private HeadingReading? BestReading(string text) =>
        TalkHeading.Read(text, this.outline.Vocabulary)
            .Where(r => r.Likeness >= Likeness.Good && r.Shape != HeadingShape.Speaker && r.Topic.Length > 0)
            .MaxBy(r => Weights.Of(r.Shape, r.Likeness));

    // "dan-north-on-microservices"
    private void ReadFileName()
    {
        if (Names.Count > 0)
            return;
        var name = Path.GetFileNameWithoutExtension(post.Path);
        if (post.TitleIsFromFileName && Heading is null && name.LastIndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash
            && SpeakerNames.Read(name[(dash + 3)..], this.outline.Vocabulary) is { Count: > 0 } people
            && SpeakerNames.Weakest(people) >= Likeness.Good)
        {
            Names = people;
            Topic = Topics.Clean(Topics.WithoutNumber(name[..dash].Split(" - ")[^1]).Topic);
            Vote(WholeSign.FileName, 1, "the file's name reads as topic and speaker");
            return;
        }

        var words =
            string.Join(' ', name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w is "on" or "by" ? w : char.ToUpperInvariant(w[0]) + w[1..]));
        if (Heading is not null && FileTitle.SpeakersBesideTitle(name, Topic, this.outline.Vocabulary) is { Count: > 0 } names)
        {
            Names = names;
            return;
        }

        if (post.TitleIsFromFileName && Heading is null && EventPost.IsAmongNotes(this.outline)
            && FileTitle.KeynoteSpeakers(words, this.outline.Vocabulary) is { Count: > 0 } keynoter)
        {
            Names = keynoter;
            Vote(WholeSign.FileName, 1, "the file's name reads as a speaker's keynote");
            return;
        }

        if (words.Contains("Hands on", StringComparison.Ordinal))
            return;
        var reading = TalkHeading.Read(words, this.outline.Vocabulary)
            .FirstOrDefault(r => r.Shape is HeadingShape.On or HeadingShape.By && r.Likeness >= Likeness.Good
                && r.Names.All(n => n.Name.Split(' ').Length <= 3));
        if (reading is null)
            return;

        Names = reading.Names;
        if (post.TitleIsFromFileName && Heading is null)
        {
            Topic = Topics.Clean(Topic.EndsWith(reading.Names[^1].Name, StringComparison.OrdinalIgnoreCase)
                ? TalkHeading.Read(post.Title, this.outline.Vocabulary).FirstOrDefault(r => r.Shape == reading.Shape)?.Topic ?? Topic
                : Topic);
        }
        Vote(WholeSign.FileName, 1, "the file's name reads as speaker and topic");
    }

    private void ReadOpening()
    {
        // Without an introduction the text under the one top heading introduces the post; under one of several headings it does not.
        var blocks = Heading is null || this.outline.Opening.Any(b => b.Kind == BlockKind.Text)
            ? this.outline.Opening
            : this.outline.Own(Heading.Heading);
        var opening = blocks.Take(6).ToList();
        var excerpt = post.FrontMatter.Excerpt is { Length: > 0 } text
            ? new Block { Kind = BlockKind.Text, Text = text, FirstLine = 0, LastLine = 0 } : null;
        ReadFirstLine(opening);
        Take(SpeakerMark.Below(opening, this.outline.Vocabulary));
        if (Names.Count == 0 && this.outline.Blocks.LastOrDefault(b => b.Kind == BlockKind.Text) is { } last
            && SpeakerLabel.Labelled(last, this.outline.Vocabulary) is { } credit)
        {
            Take(credit);
        }
        if (excerpt is not null)
            Take(SpeakerInExcerpt(excerpt.Text) ?? SpeakerSentence.Read(excerpt, this.outline.Vocabulary));
        if (opening.Take(2).Prepend(excerpt)
            .Any(b => b is not null && Words.OneTalk.Any(w => b.Text.Contains(w, StringComparison.OrdinalIgnoreCase))))
        {
            Vote(WholeSign.OneTalk, 0.5, "the introduction speaks of one talk");
        }
    }

    // "… 리뷰입니다. 강연자 : 정명기, 삼성전자": a sentence of the front matter that says no more than who spoke.
    private SpeakerMark? SpeakerInExcerpt(string text) =>
        text.Split(". ")
        .Select(part =>
            SpeakerLabel.Labelled(new Block { Kind = BlockKind.Text, Text = part.Trim(' ', '*'), FirstLine = 0, LastLine = 0 },
                this.outline.Vocabulary)).FirstOrDefault(mark => mark is not null);

    // "[Behaviour driven monitoring][talk] by Lindsay Holmwood.", "Graeme Cross, How to write a …"
    private void ReadFirstLine(List<Block> opening)
    {
        if (opening.Find(b => b.Kind == BlockKind.Text) is not { IsTopLevel: true, Text.Length: < 140 } first)
            return;
        if (first.Spans.Any(s => s.Kind == SpanKind.Image) || Words.Credits.HasAnyOf(first.Text))
            return;
        var stop = first.Text.IndexOf(". ", StringComparison.Ordinal);
        var line = (stop > 0 ? first.Text[..stop] : first.Text).TrimEnd('.');
        var reading = BestReading(line) ?? NameThenTitle(line);
        if (reading is null)
            return;
        if (Heading is null && post.TitleIsFromFileName && !SpeakerLabel.IsLabel(reading.Topic))
            Topic = reading.Topic;
        Names = reading.Names;
        Vote(WholeSign.FirstLine, 1.1, "the first line reads as topic and speaker");
    }

    private HeadingReading? NameThenTitle(string line)
    {
        var comma = line.IndexOf(", ", StringComparison.Ordinal);
        if (comma < 0 || HeadingWords.Count(line[comma..]) < 4)
            return null;
        var names = SpeakerNames.Read(line[..comma], this.outline.Vocabulary);
        return SpeakerNames.Weakest(names) >= Likeness.Good
            ? new HeadingReading(HeadingShape.ColonTopic, Topics.Clean(line[(comma + 2)..]), names) : null;
    }

    private void Take(SpeakerMark? mark)
    {
        // In Han letters any short clause may look like a name; without an event around it, it is none.
        if (mark is null
            || (this.outline.Vocabulary.TalkWordCount == 0 && mark is { Kind: MarkKind.Line, Likeness: < Likeness.Sure }
                && mark.Names[0].Name[0] >= '\u3040'))
        {
            return;
        }
        // A handle says no more than a name.
        var isHandle = mark.Names.All(n => n.Name[0] == '@');
        if (Names.Count == 0
            || (mark.Likeness > SpeakerNames.Weakest(Names) && !(isHandle && SpeakerNames.Weakest(Names) >= Likeness.Good)))
        {
            Names = mark.Names;
        }
        var isAmongNotes = EventPost.IsAmongNotes(this.outline);
        var isByline = !isAmongNotes && mark.Kind == MarkKind.Label
            && mark.Block.Text.StartsWith("by ", StringComparison.OrdinalIgnoreCase);
        Vote(WholeSign.Opening, isByline ? Weights.Byline : Weights.Of(mark) * 1.25, "the post opens with its speaker");
    }

    private void ReadFrontMatter()
    {
        var matter = post.FrontMatter;
        var type = matter.Keys.GetValueOrDefault("type") ?? matter.Layout;
        var isTalk = type is not null && type.Trim('"', '\'', ' ').ToLowerInvariant() is "talk" or "talks" or "presentation" or "session";
        var speakers = post.Overrides.Speakers.Count > 0 ? post.Overrides.Speakers : matter.Speakers;
        if (speakers.Count == 0 && (isTalk || matter.Keys.ContainsKey("conference")))
            speakers = matter.Authors;
        if (speakers.Count > 0)
            Names = [.. speakers.SelectMany(FromKey)];
        IsInFrontMatter = isTalk || speakers.Count > 0;
        if (!IsInFrontMatter && Signs[(int)WholeSign.OwnedTalk] == 0 && matter.Dialect == FrontMatterDialect.Pandoc)
            ReadTitleBlock(matter);
        if (isTalk)
            Vote(WholeSign.TalkPage, 3, "the front matter says that the page is a talk");
        else if (speakers.Count > 0)
            Vote(WholeSign.SpeakerKey, 2.5, "the front matter names the speaker");
    }

    // Blog generators take other dialects, so Pandoc's title block is how a document was headed by hand: what it is and whose.
    private void ReadTitleBlock(FrontMatter matter)
    {
        var names = matter.Authors.SelectMany(author => SpeakerNames.Read(author, this.outline.Vocabulary, isLabelled: true)).ToList();
        if (names.Count == 0 || SpeakerNames.Weakest(names) < Likeness.Good)
            return;
        Names = names;
        Vote(WholeSign.TitleBlock, 1.5, "the title block names a person");
    }

    // "steven-chambers" and "steven_chambers" are a key of the site's data; the name is what it stands for.
    private IReadOnlyList<SpokenName> FromKey(string text)
    {
        text = WebUtility.HtmlDecode(text).Replace("&amp", "&", StringComparison.Ordinal);
        var isKey = text.AsSpan().IndexOfAny('-', '_') > 0 && text.All(c => char.IsAsciiLetterLower(c) || c is '-' or '_');
        var name = isKey
            ? string.Join(' ', text.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries)
                .Select(w => char.ToUpperInvariant(w[0]) + w[1..]))
            : text;
        var read = SpeakerNames.Read(name, this.outline.Vocabulary, isLabelled: true);
        return read.Count > 0 ? read : [new SpokenName(name, null, Likeness.Sure)];
    }
}
