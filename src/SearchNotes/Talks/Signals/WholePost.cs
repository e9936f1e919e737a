using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>Judges whether a whole post is the notes of one talk, and reads topic and speakers then.</summary>
internal sealed class WholePost
{
    private static readonly string[] NoteWords = ["notes on ", "notes from ", "notes about ", "my notes on ", "notes: ", "talk: ", "talk notes: ", "recap: ", "notizen zu ", "notes de ", "vortrag: "];
    private static readonly string[] OwnedTalks = ["'s session ", "’s session ", "'s talk ", "’s talk ", "'s presentation ", "’s presentation ", "'s keynote ", "’s keynote ", "'s session: ", "'s talk: ", "'s talk on ", "'s session on "];

    private readonly Outline _outline;
    private readonly Post _post;

    private WholePost(Outline outline)
    {
        _outline = outline;
        _post = outline.Post;
    }

    /// <summary>How much speaks for it.</summary>
    internal double Evidence { get; private set; }

    /// <summary>What spoke for it most.</summary>
    internal string Why { get; private set; } = "";

    /// <summary>The topic.</summary>
    internal string Topic { get; private set; } = "";

    /// <summary>Who spoke.</summary>
    internal IReadOnlyList<SpokenName> Names { get; private set; } = [];

    /// <summary>The heading that names the talk, when the post opens with one.</summary>
    internal Candidate? Heading { get; private set; }

    /// <summary>Reads a post as one talk.</summary>
    internal static WholePost Read(Outline outline, HeadingTalks headings, double eventScore)
    {
        var whole = new WholePost(outline);
        whole.Topic = Topics.WithoutNumber(outline.Post.Title).Topic;
        whole.ReadTopHeading(headings);
        whole.ReadTitle();
        whole.ReadFrontMatter();
        whole.ReadOpening(headings, eventScore);
        whole.ReadFileName();
        return whole;
    }

    private void Add(double evidence, string why)
    {
        if (evidence > Evidence)
            (Evidence, Why) = (evidence, why);
    }

    // "# Title by Speaker" as the only heading of its level, above all text.
    private void ReadTopHeading(HeadingTalks headings)
    {
        if (headings.Candidates.Count == 0)
            return;
        var first = headings.Candidates[0];
        if (_outline.Opening.Any(b => b.Kind is BlockKind.Text or BlockKind.Code) || headings.Candidates.Count(c => c.Heading.Level <= first.Heading.Level) > 1)
            return;
        if (first.Role != HeadingRole.Open)
            return;
        Heading = first;
        var reading = first.Chosen is { Likeness: >= Likeness.Good } chosen ? chosen : null;
        Topic = reading is { Topic.Length: > 0 } ? reading.Topic : Topics.Clean(first.Text);
        Names = reading?.Names ?? first.Mark?.Names ?? [];
        if (first.Evidence > 0.5)
            Add(1 + first.Evidence, Reasons.Of(first, 0));
    }

    private void ReadTitle()
    {
        if (_post.TitleIsFromFileName || Heading is not null)
            return;
        var title = _post.Title;
        foreach (var word in NoteWords)
        {
            if (!title.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            Topic = Topics.Clean(title[word.Length..]);
            Add(1, "the title says whose notes these are");
            title = Topic;
        }

        foreach (var owned in OwnedTalks)
        {
            var at = title.IndexOf(owned, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || SpeakerNames.Read(title[..at], _outline.Vocabulary) is not { Count: > 0 } names)
                continue;
            (Topic, Names) = (Topics.Clean(title[(at + owned.Length)..]), names);
            Add(2.2, "the title names a speaker's session");
            return;
        }

        ReadTitleShape(title);
    }

    private void ReadTitleShape(string title)
    {
        var best = TalkHeading.Read(title, _outline.Vocabulary)
            .Where(r => r.Likeness >= Likeness.Good && r.Shape != HeadingShape.Speaker && r.Topic.Length > 0)
            .MaxBy(r => Weights.Of(r.Shape, r.Likeness));
        if (best is null)
            return;
        (Topic, Names) = (best.Topic, best.Names);
        Add(Weights.Of(best.Shape, best.Likeness) * 1.2, "the title reads as topic and speaker");
    }

    private void ReadFrontMatter()
    {
        var matter = _post.FrontMatter;
        var type = matter.Keys.GetValueOrDefault("type") ?? matter.Layout;
        var isTalk = type is not null && type.Trim('"', '\'', ' ').ToLowerInvariant() is "talk" or "talks" or "presentation" or "session";
        var speakers = _post.Overrides.Speakers.Count > 0 ? _post.Overrides.Speakers : matter.Speakers;
        if (speakers.Count == 0 && (isTalk || matter.Keys.ContainsKey("conference")))
            speakers = matter.Authors;
        if (speakers.Count > 0)
            Names = [.. speakers.Select(FromKey)];
        if (isTalk)
            Add(3, "the front matter says that the page is a talk");
        else if (speakers.Count > 0)
            Add(2.5, "the front matter names the speaker");
    }

    // "steven-chambers" is a key of the site's data; the name is what it stands for.
    private SpokenName FromKey(string text)
    {
        var isKey = text.Contains('-', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterLower(c) || c == '-');
        var name = isKey ? string.Join(' ', text.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..])) : text;
        var read = SpeakerNames.Read(name, _outline.Vocabulary, isLabelled: true);
        return read.Count == 1 ? read[0] : new SpokenName(name, null, Likeness.Sure);
    }

    private void ReadOpening(HeadingTalks headings, double eventScore)
    {
        var blocks = _outline.Opening.Any(b => b.Kind == BlockKind.Text) || headings.Candidates.Count == 0
            ? _outline.Opening
            : _outline.Own(headings.Candidates[0].Heading);
        var excerpt = _post.FrontMatter.Excerpt is { Length: > 0 } text ? SpeakerSentence.Read(new Block { Kind = BlockKind.Text, Text = text, FirstLine = 0, LastLine = 0 }, _outline.Vocabulary) : null;
        var mark = SpeakerMark.Below(blocks, _outline.Vocabulary);
        foreach (var found in new[] { mark, excerpt })
        {
            if (found is null)
                continue;
            if (Names.Count == 0 || (found.Likeness > SpeakerNames.Weakest(Names)))
                Names = found.Names;
            var weight = Weights.Of(found);
            Add(found.Kind switch { MarkKind.Label => 1.5, MarkKind.Line => 0.9 + (eventScore / 4), _ => weight + (eventScore / 4) }, "the post opens with its speaker");
        }
    }

    // "dan-north-on-microservices"
    private void ReadFileName()
    {
        if (Names.Count > 0)
            return;
        var name = Path.GetFileNameWithoutExtension(_post.Path);
        var words = string.Join(' ', name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(w => w is "on" or "by" ? w : char.ToUpperInvariant(w[0]) + w[1..]));
        var reading = TalkHeading.Read(words, Vocabulary.Empty).FirstOrDefault(r => r.Shape is HeadingShape.On or HeadingShape.By && r.Likeness >= Likeness.Good && r.Names.All(n => n.Name.Split(' ').Length <= 3));
        if (reading is null)
            return;
        Names = reading.Names;
        Add(1.2, "the file's name reads as speaker and topic");
    }
}
