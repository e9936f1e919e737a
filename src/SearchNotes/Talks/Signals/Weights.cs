namespace SearchNotes.Talks.Signals;

/// <summary>How much each sign speaks for a talk. All numbers of the splitter stand here.</summary>
internal static class Weights
{
    /// <summary>Headings, or paragraphs that name a speaker, beyond which no talks are looked for: each is compared with its
    /// siblings, and no day of talks has a tenth of these.</summary>
    internal const int MostHeadings = 2000;

    /// <summary>From this much on, a level's headings together carry talks.</summary>
    internal const double LevelCarries = 1.2;

    /// <summary>So much less is enough for each point of the event score, two at most.</summary>
    internal const double EventCarries = 0.2;

    /// <summary>From this much on, a heading alone is a talk.</summary>
    internal const double HeadingCarries = 0.8;

    /// <summary>The same for a heading that reads like most on the talks' level.</summary>
    internal const double SameShape = 0.5;

    /// <summary>From this much on, a post is about talks even if no heading says so.</summary>
    internal const double EventPost = 2;

    /// <summary>The least event score of a post whose plain headings may be titles of talks.</summary>
    internal const double EventOfTitles = 0.75;

    /// <summary>More than this an event does not do for its headings: words such as "Photos" are no titles at the greatest conference.</summary>
    internal const double MostEvent = 2.5;

    /// <summary>What each word of the average heading beyond <see cref="WordsOfSection"/> adds to the event score.</summary>
    /// <remarks>On labelled posts titles of talks have 3 to 11 words, headings of sections 1 to 3.5.</remarks>
    internal const double TitleWord = 0.35;

    /// <summary>What each word that the average heading has less takes away from it.</summary>
    internal const double MissingWord = 1;

    /// <summary>So many words have the headings of sections.</summary>
    internal const double WordsOfSection = 3.5;

    /// <summary>From so many words on, a heading that names nobody is a title even among headings that name somebody.</summary>
    internal const int WordsOfTitle = 6;

    /// <summary>More words than this say no more.</summary>
    internal const int LongTitle = 10;

    /// <summary>From this share of headings that name events on, they list events.</summary>
    internal const double EventsOfList = 0.6;

    /// <summary>What groups such as days and lightning talks over the titles add to the event score.</summary>
    internal const double GroupedTitles = 1.25;

    /// <summary>What it takes from the event score that there are only two titles: a text of two parts has them as well.</summary>
    internal const double OnlyTwo = 0.75;

    /// <summary>Headings over texts of which so much is link are an index.</summary>
    internal const double LinksOfIndex = 0.7;

    /// <summary>The file lies in a folder of notes of talks.</summary>
    internal const double AmongNotes = 0.5;

    /// <summary>The post has two headings or more that count days, as events have them.</summary>
    internal const double CountedDays = 0.75;

    /// <summary>The file lies among notes of talks, and its one top heading is no event.</summary>
    internal const double NotesFile = 1.1;

    /// <summary>The least event score of a post that is nothing but equal headings with their texts.</summary>
    internal const double EventOfCollection = 0.5;

    /// <summary>So large a share of its headings has text.</summary>
    internal const double ShareOfCollection = 0.8;

    /// <summary>So many equal headings make a collection; a post about one matter rarely has as many sections.</summary>
    internal const int LeastCollection = 8;

    /// <summary>From this much on, a whole post is one talk.</summary>
    internal const double WholePostCarries = 1;

    /// <summary>What the event score adds to any other sign of a one-talk post, per point.</summary>
    internal const double EventShare = 0.15;

    /// <summary>The least event score of a post whose talks open paragraphs or list items.</summary>
    internal const double EventOfLeads = 0.3;

    /// <summary>Below this event score nothing but its form speaks for a talk.</summary>
    internal const double EventAtAll = 0.3;

    /// <summary>What the signs of a one-talk post count where nothing else speaks of an event.</summary>
    internal const double NoEvent = 0.95;

    /// <summary>A heading with a speaker above all text counts by this factor: nothing else can be meant.</summary>
    internal const double TopHeading = 1.3;

    /// <summary>A title "Notes on …".</summary>
    internal const double NotesOn = 0.8;

    /// <summary>A title "Event: Topic".</summary>
    internal const double EventInTitle = 1.1;

    /// <summary>A title "Lachlan Hardy's session …".</summary>
    internal const double OwnedTalk = 2;

    /// <summary>A file called "dan-north-on-microservices".</summary>
    internal const double FileName = 1;

    /// <summary>A first line that reads as topic and speaker.</summary>
    internal const double FirstLine = 1.1;

    /// <summary>An introduction that speaks of one talk.</summary>
    internal const double OneTalk = 0.5;

    /// <summary>"by Somebody" under the title: often the post's author.</summary>
    internal const double Byline = 0.5;

    /// <summary>A person on the second line of Pandoc's title block, where documents of one author stand as well.</summary>
    internal const double TitleBlock = 1.5;

    /// <summary>Front matter with <c>type: talk</c>.</summary>
    internal const double TalkPage = 3;

    /// <summary>Front matter with <c>speaker:</c>.</summary>
    internal const double SpeakerKey = 2.5;

    /// <summary>So many words beside topic and speaker make a lead the beginning of notes.</summary>
    internal const int NoteWords = 8;

    /// <summary>From this much on, a post announces talks and holds none.</summary>
    internal const double Plan = 1;

    /// <summary>A title such as "My plans for the barcamp".</summary>
    internal const double PlanTitle = 1.25;

    /// <summary>A heading such as "Presentations I want to see" or "Registration".</summary>
    internal const double PlanHeading = 0.6;

    /// <summary>Words such as "registration is open" in the text.</summary>
    internal const double PlanWord = 0.5;

    /// <summary>A verb that reports, against a plan.</summary>
    internal const double ReportWord = 0.1;

    /// <summary>What it takes from the event score that the title gives advice.</summary>
    internal const double Advice = 3;

    /// <summary>From this much on, headings carry talks so plainly that no other form is looked for.</summary>
    internal const double Plain = 4;

    /// <summary>From this much on, leads of paragraphs or list items together are talks.</summary>
    internal const double LeadsCarry = 1.2;

    /// <summary>A bold or linked name or title opens the paragraph, and a speaker stands beside it.</summary>
    internal const double MarkedLead = 0.8;

    /// <summary>A bold or linked title opens a list item, and no speaker stands beside it.</summary>
    internal const double TitleLead = 0.35;

    /// <summary>So many items with titles make a list of talks.</summary>
    internal const int LeastTitleLeads = 4;

    /// <summary>The least event score of a post whose talks are list items without speakers.</summary>
    internal const double EventOfTitleLeads = 1.5;

    /// <summary>A bold or linked name opens the paragraph, and nothing says that the person spoke.</summary>
    internal const double BareLead = 0.3;

    /// <summary>A sentence that says who spoke opens the paragraph.</summary>
    internal const double SentenceLead = 0.6;

    /// <summary>The first line reads as topic and speaker.</summary>
    internal const double TextLead = 0.5;

    /// <summary>A heading that is a name, with the topic as its second line.</summary>
    internal const double Pair = 0.6;

    /// <summary>A heading that is a name, below one such as "Presenters".</summary>
    internal const double BelowLabel = 0.8;

    /// <summary>A heading whose shape most of its siblings share, though its name is doubtful.</summary>
    internal const double ShapeOfSiblings = 0.5;

    /// <summary>What a reading of a heading speaks for, by shape and by how much its names look like names.</summary>
    internal static double Of(HeadingShape shape, Likeness likeness) => (shape, likeness) switch
    {
        (_, Likeness.No) => 0,
        (HeadingShape.On, >= Likeness.Good) => 0.9,
        (HeadingShape.On, _) => 0.35,
        (HeadingShape.By, >= Likeness.Good) => 0.9,
        (HeadingShape.By, _) => 0.4,
        (HeadingShape.TopicDash, Likeness.Sure) => 1,
        (HeadingShape.TopicDash, Likeness.Good) => 0.7,
        (HeadingShape.TopicDash, _) => 0.15,
        (HeadingShape.DashTopic, >= Likeness.Good) => 0.7,
        (HeadingShape.DashTopic, _) => 0.15,
        (HeadingShape.ColonTopic, >= Likeness.Good) => 0.5,
        (HeadingShape.ColonTopic, _) => 0.1,
        (HeadingShape.TopicColon, _) => 0.4,
        (HeadingShape.TopicComma, >= Likeness.Good) => 0.4,
        (HeadingShape.TopicComma, _) => 0.1,
        (HeadingShape.Brackets, >= Likeness.Good) => 0.7,
        (HeadingShape.Brackets, _) => 0.1,
        (HeadingShape.Quoted, >= Likeness.Good) => 0.8,
        (HeadingShape.Quoted, _) => 0.2,
        (HeadingShape.Linked, _) => 0.6,
        (HeadingShape.Speaker, >= Likeness.Good) => 0.3,
        (HeadingShape.Speaker, _) => 0.05,
        _ => 0,
    };

    /// <summary>A line below the heading that leads to slides or a recording.</summary>
    internal const double Materials = 0.35;

    /// <summary>A sentence below the heading that has a name in it.</summary>
    internal const double Mentioned = 0.15;

    /// <summary>What a speaker named below a heading speaks for.</summary>
    internal static double Of(SpeakerMark mark) => (mark.Kind, mark.Likeness) switch
    {
        (MarkKind.Label, _) => 1.2,
        (MarkKind.Line, >= Likeness.Good) => 0.85,
        (MarkKind.Line, _) => 0.2,
        (MarkKind.Sentence, >= Likeness.Good) => 0.6,
        (MarkKind.Sentence, _) => 0.3,
        (MarkKind.Mention, >= Likeness.Good) => Mentioned,
        _ => 0,
    };
}
