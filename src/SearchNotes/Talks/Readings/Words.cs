namespace SearchNotes.Talks.Readings;

/// <summary>The word lists of the splitter. The words stand in <c>Words/*.txt</c>, one file per language.</summary>
/// <remarks>The lists are short on purpose: a word is here because blogs use it. No list holds names of people.</remarks>
internal static class Words
{
    /// <summary>Headings of a talk's question round. They never start a talk, whatever their level: the text belongs to the talk
    /// before.</summary>
    internal static readonly WordList Questions = new(WordFiles.Entries(nameof(Questions)));

    /// <summary>Sections of a talk that some bloggers put on the talks' own level: they join the talk before when they have its
    /// level.</summary>
    internal static readonly WordList Sections = new(WordFiles.Entries(nameof(Sections)));

    /// <summary>Headings that end the talk before them: what follows is about the event, the author or nothing.</summary>
    internal static readonly WordList Endings = new(WordFiles.Entries(nameof(Endings)));

    /// <summary>Words that make a heading about the day and not about a talk, wherever they stand in it.</summary>
    internal static readonly WordList Social = new(WordFiles.Entries(nameof(Social)));

    /// <summary>How headings end that look back, in scripts without spaces.</summary>
    internal static readonly string[] RetrospectSuffixes = WordFiles.Entries(nameof(RetrospectSuffixes));

    /// <summary>How headings end over accounts of sessions: <c>印象に残ったセッションの紹介</c>.</summary>
    internal static readonly string[] AccountSuffixes = WordFiles.Entries(nameof(AccountSuffixes));

    /// <summary>Headings that gather talks and are none themselves.</summary>
    internal static readonly WordList Groups = new(WordFiles.Entries(nameof(Groups)));

    /// <summary>Articles in front of a heading; the lists are without them.</summary>
    internal static readonly string[] Articles = WordFiles.Entries(nameof(Articles));

    /// <summary>How a heading begins or ends that explains what an event is.</summary>
    internal static readonly string[] ExplanationPrefixes = WordFiles.Entries(nameof(ExplanationPrefixes));

    /// <inheritdoc cref="ExplanationPrefixes"/>
    internal static readonly string[] ExplanationSuffixes = WordFiles.Entries(nameof(ExplanationSuffixes));

    /// <summary>What makes a short heading a group wherever it stands in it, in scripts without spaces.</summary>
    internal static readonly string[] GroupParts = WordFiles.Entries(nameof(GroupParts));

    /// <summary>First words of a heading that counts days, tracks or rooms: a group when little follows.</summary>
    internal static readonly WordList GroupStarts = new(WordFiles.Entries(nameof(GroupStarts)));

    /// <summary>Counting words in front of a title: <c>Two: Frank</c>, <c>Chapitre 3 : …</c>.</summary>
    internal static readonly WordList Counters = new(WordFiles.Entries(nameof(Counters)));

    /// <summary>What a few words before a quoted title hold when they name its place in the programme.</summary>
    internal static readonly string[] SlotParts = WordFiles.Entries(nameof(SlotParts));

    /// <summary>Labels of a line that names the speaker.</summary>
    internal static readonly WordList SpeakerLabels = new(WordFiles.Entries(nameof(SpeakerLabels)));

    /// <summary>Labels of a line that names the topic.</summary>
    internal static readonly WordList TopicLabels = new(WordFiles.Entries(nameof(TopicLabels)));

    /// <summary>Words between a speaker and the topic: <c>Jed on variance</c>.</summary>
    internal static readonly string[] OnWords = WordFiles.Entries(nameof(OnWords));

    /// <summary>Words between a topic and the speaker: <c>Loop Better by Trey Hunner</c>.</summary>
    internal static readonly string[] ByWords = WordFiles.Entries(nameof(ByWords));

    /// <summary>Ends of a heading that a speaker was to follow; "on" and "with" end many whole titles.</summary>
    internal static readonly string[] UnfinishedEnds = WordFiles.Entries(nameof(UnfinishedEnds));

    /// <summary>What a sentence says of someone who gives a talk: these verbs alone make the subject a speaker.</summary>
    internal static readonly WordList SpeechVerbs = new(WordFiles.Entries(nameof(SpeechVerbs)));

    /// <summary>Verbs and prepositions behind a name that opens a talk's text; weaker than <see cref="SpeechVerbs"/>.</summary>
    internal static readonly WordList WeakSpeechVerbs = new(WordFiles.Entries(nameof(WeakSpeechVerbs)));

    /// <summary>What a speaker owns or gives: "Murray's talk", "a presentation by Adrian Chadd".</summary>
    internal static readonly string[] TalkNouns = WordFiles.Entries(nameof(TalkNouns));

    /// <summary>What stands before a speaker's name in a sentence.</summary>
    internal static readonly string[] SpeakerIntroductions = WordFiles.Entries(nameof(SpeakerIntroductions));

    /// <summary>Words that join two names.</summary>
    internal static readonly string[] NameJoints = WordFiles.Entries(nameof(NameJoints));

    /// <summary>What a list of speakers ends in when it is not the whole list.</summary>
    internal static readonly WordList Others = new(WordFiles.Entries(nameof(Others)));

    /// <summary>What stands between a name and a company, a place or another name of the same person.</summary>
    internal static readonly string[] NameEnds = WordFiles.Entries(nameof(NameEnds));

    /// <summary>Titles of courtesy behind a name, without a space.</summary>
    internal static readonly string[] HonorificSuffixes = WordFiles.Entries(nameof(HonorificSuffixes));

    /// <summary>Days of the week.</summary>
    internal static readonly WordList Weekdays = new(WordFiles.Entries(nameof(Weekdays)));

    /// <summary>Beginnings of the names of months.</summary>
    internal static readonly string[] Months = WordFiles.Entries(nameof(Months));

    /// <summary>Words that make "X on Y" and "X by Y" something else than a person: articles, pronouns, verbs, and what titles are made
    /// of.</summary>
    internal static readonly WordList NotNames = new(WordFiles.Entries(nameof(NotNames)));

    /// <summary>Words of <see cref="NotNames"/> that people are called as well, behind a first name: <c>Cy Day</c>, <c>Selena
    /// Small</c>.</summary>
    internal static readonly WordList SurnamesThatAreWords = new(WordFiles.Entries(nameof(SurnamesThatAreWords)));

    /// <summary>What no name holds in scripts without capitals: counting words, labels, what a heading says of itself.</summary>
    internal static readonly string[] NotNameParts = WordFiles.Entries(nameof(NotNameParts));

    /// <summary>The same before a surname: <c>Will Stephen</c>.</summary>
    internal static readonly WordList FirstNamesThatAreWords = new(WordFiles.Entries(nameof(FirstNamesThatAreWords)));

    /// <summary>Small words inside names: <c>Guido van Rossum</c>.</summary>
    internal static readonly WordList NameParticles = new(WordFiles.Entries(nameof(NameParticles)));

    /// <summary>Words that mark a company or a job behind a name.</summary>
    internal static readonly WordList Affiliations = new(WordFiles.Entries(nameof(Affiliations)));

    /// <summary>Titles that stand before or behind a name and are no part of it.</summary>
    internal static readonly WordList Honorifics = new(WordFiles.Entries(nameof(Honorifics)));

    /// <summary>Words of a line that says who took a picture or wrote the post.</summary>
    internal static readonly WordList Credits = new(WordFiles.Entries(nameof(Credits)));

    /// <summary>Words in a title that tells of a whole event.</summary>
    internal static readonly WordList Recaps = new(WordFiles.Entries(nameof(Recaps)));

    /// <summary>What a line below a talk's title leads to.</summary>
    internal static readonly WordList MaterialLabels = new(WordFiles.Entries(nameof(MaterialLabels)));

    /// <summary>What makes a talk a keynote.</summary>
    internal static readonly WordList KeynoteWords = new(WordFiles.Entries(nameof(KeynoteWords)));

    /// <summary>What makes a session a panel.</summary>
    internal static readonly WordList PanelWords = new(WordFiles.Entries(nameof(PanelWords)));

    /// <summary>What makes a session a workshop.</summary>
    internal static readonly WordList WorkshopWords = new(WordFiles.Entries(nameof(WorkshopWords)));

    /// <summary>What makes a talk a lightning talk.</summary>
    internal static readonly WordList LightningWords = new(WordFiles.Entries(nameof(LightningWords)));

    /// <summary>What makes a session one of nothing but questions. A bare "Q&amp;A" is the question round of the talk before it.</summary>
    internal static readonly WordList QuestionSessions = new(WordFiles.Entries(nameof(QuestionSessions)));

    /// <summary>Tags, categories, folders and title words of posts about talks.</summary>
    internal static readonly WordList EventWords = new(WordFiles.Entries(nameof(EventWords)));

    /// <summary>What names of events end in: "PyCon", "RustConf", "DevFest".</summary>
    internal static readonly string[] EventSuffixes = WordFiles.Entries(nameof(EventSuffixes));

    /// <summary>What folders of notes are called beside <see cref="Notes"/>, where an event is in the folder's name as well.</summary>
    internal static readonly WordList NoteFolders = new(WordFiles.Entries(nameof(NoteFolders)));

    /// <summary>Words for notes and abstracts of many things.</summary>
    internal static readonly WordList Notes = new(WordFiles.Entries(nameof(Notes)));

    /// <summary>Words that a text about talks uses again and again.</summary>
    internal static readonly WordList TalkWords = new(WordFiles.Entries(nameof(TalkWords)));

    /// <summary>What an introduction says of the notes of one talk.</summary>
    internal static readonly string[] OneTalk = WordFiles.Entries(nameof(OneTalk));

    /// <summary>Words of a post that announces talks: nothing was heard yet.</summary>
    internal static readonly string[] Announcements = WordFiles.Entries(nameof(Announcements));

    /// <summary>The same in a title or heading, where one is enough.</summary>
    internal static readonly string[] AnnouncementTitles = WordFiles.Entries(nameof(AnnouncementTitles));

    /// <summary>What stands between a speaker and 《the title》 in Chinese, longest first.</summary>
    internal static readonly string[] TitleIntroductions = WordFiles.Entries(nameof(TitleIntroductions));

    /// <summary>What jobs are called in Chinese and Japanese, behind a name.</summary>
    internal static readonly string[] JobParts = WordFiles.Entries(nameof(JobParts));

    /// <summary>Verbs of a text that reports.</summary>
    internal static readonly WordList ReportVerbs = new(WordFiles.Entries(nameof(ReportVerbs)));
}
