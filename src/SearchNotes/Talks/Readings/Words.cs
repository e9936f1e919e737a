namespace SearchNotes.Talks.Readings;

/// <summary>The word lists of the splitter. The words stand in <c>Words/*.txt</c>, one file per language.</summary>
/// <remarks>The lists are short on purpose: a word is here because blogs use it. No list holds names of people.</remarks>
internal static class Words
{
    /// <summary>Headings of the question round of a talk. They never start a talk, at any level: the text belongs to the talk
    /// before.</summary>
    internal static readonly WordList Questions = new(WordFiles.Entries(nameof(Questions)));

    /// <summary>Sections of a talk that some bloggers put on the level of the talks. They join the talk before when they have its
    /// level.</summary>
    internal static readonly WordList Sections = new(WordFiles.Entries(nameof(Sections)));

    /// <summary>Headings that end the talk before them. The text below is about the event or the author.</summary>
    internal static readonly WordList Endings = new(WordFiles.Entries(nameof(Endings)));

    /// <summary>Words for meals, breaks and parties. A heading with one of them is about the day and not about a talk.</summary>
    internal static readonly WordList Social = new(WordFiles.Entries(nameof(Social)));

    /// <summary>Endings of headings that look back on an event, in scripts without spaces.</summary>
    internal static readonly string[] RetrospectSuffixes = WordFiles.Entries(nameof(RetrospectSuffixes));

    /// <summary>Endings of headings over accounts of sessions: <c>印象に残ったセッションの紹介</c>.</summary>
    internal static readonly string[] AccountSuffixes = WordFiles.Entries(nameof(AccountSuffixes));

    /// <summary>Headings over several talks.</summary>
    internal static readonly WordList Groups = new(WordFiles.Entries(nameof(Groups)));

    /// <summary>Articles in front of a heading. The lists are without them.</summary>
    internal static readonly string[] Articles = WordFiles.Entries(nameof(Articles));

    /// <summary>Beginnings of headings that explain an event.</summary>
    internal static readonly string[] ExplanationPrefixes = WordFiles.Entries(nameof(ExplanationPrefixes));

    /// <inheritdoc cref="ExplanationPrefixes"/>
    internal static readonly string[] ExplanationSuffixes = WordFiles.Entries(nameof(ExplanationSuffixes));

    /// <summary>Parts of short headings over several talks, in scripts without spaces.</summary>
    internal static readonly string[] GroupParts = WordFiles.Entries(nameof(GroupParts));

    /// <summary>First words of headings that number days, tracks or rooms. A short heading of this kind is a group.</summary>
    internal static readonly WordList GroupStarts = new(WordFiles.Entries(nameof(GroupStarts)));

    /// <summary>Counting words in front of a title: <c>Two: Frank</c>, <c>Chapitre 3 : …</c>.</summary>
    internal static readonly WordList Counters = new(WordFiles.Entries(nameof(Counters)));

    /// <summary>Parts of the words before a quoted title that are its place in the programme.</summary>
    internal static readonly string[] SlotParts = WordFiles.Entries(nameof(SlotParts));

    /// <summary>Labels of lines that name the speaker.</summary>
    internal static readonly WordList SpeakerLabels = new(WordFiles.Entries(nameof(SpeakerLabels)));

    /// <summary>Labels of lines that name the topic.</summary>
    internal static readonly WordList TopicLabels = new(WordFiles.Entries(nameof(TopicLabels)));

    /// <summary>Words between a speaker and the topic: <c>Jed on variance</c>.</summary>
    internal static readonly string[] OnWords = WordFiles.Entries(nameof(OnWords));

    /// <summary>Words between a topic and the speaker: <c>Loop Better by Trey Hunner</c>.</summary>
    internal static readonly string[] ByWords = WordFiles.Entries(nameof(ByWords));

    /// <summary>Ends of headings that miss the speaker. "on" and "with" end many complete titles.</summary>
    internal static readonly string[] UnfinishedEnds = WordFiles.Entries(nameof(UnfinishedEnds));

    /// <summary>Verbs that make their subject a speaker.</summary>
    internal static readonly WordList SpeechVerbs = new(WordFiles.Entries(nameof(SpeechVerbs)));

    /// <summary>Verbs and prepositions behind the name that begins the notes of a talk; weaker than <see cref="SpeechVerbs"/>.</summary>
    internal static readonly WordList WeakSpeechVerbs = new(WordFiles.Entries(nameof(WeakSpeechVerbs)));

    /// <summary>Nouns for talks: "Murray's talk", "a presentation by Adrian Chadd".</summary>
    internal static readonly string[] TalkNouns = WordFiles.Entries(nameof(TalkNouns));

    /// <summary>Words before what a talk is on, in a sentence: <c>a talk about tomatoes</c>.</summary>
    internal static readonly string[] AboutWords = WordFiles.Entries(nameof(AboutWords));

    /// <summary>Words that begin another clause behind what a talk is on.</summary>
    internal static readonly string[] ClauseStarts = WordFiles.Entries(nameof(ClauseStarts));

    /// <summary>Articles and prepositions behind which a name is that of a company, a product or a place.</summary>
    internal static readonly string[] WordsBeforeThings = WordFiles.Entries(nameof(WordsBeforeThings));

    /// <summary>Words that begin a sentence before the name of a speaker: <c>Finally Ada Muster</c>.</summary>
    internal static readonly WordList SentenceStarts = new(WordFiles.Entries(nameof(SentenceStarts)));

    /// <summary>Words before the name of a speaker in a sentence.</summary>
    internal static readonly string[] SpeakerIntroductions = WordFiles.Entries(nameof(SpeakerIntroductions));

    /// <summary>Words and signs between two names.</summary>
    internal static readonly string[] NameJoints = WordFiles.Entries(nameof(NameJoints));

    /// <summary>Ends of incomplete lists of speakers.</summary>
    internal static readonly WordList Others = new(WordFiles.Entries(nameof(Others)));

    /// <summary>Words and signs between a name and a company, a place or another name of the same person.</summary>
    internal static readonly string[] NameEnds = WordFiles.Entries(nameof(NameEnds));

    /// <summary>Honorifics behind a name, without a space.</summary>
    internal static readonly string[] HonorificSuffixes = WordFiles.Entries(nameof(HonorificSuffixes));

    /// <summary>Days of the week.</summary>
    internal static readonly WordList Weekdays = new(WordFiles.Entries(nameof(Weekdays)));

    /// <summary>Beginnings of the names of months.</summary>
    internal static readonly string[] Months = WordFiles.Entries(nameof(Months));

    /// <summary>Words that are part of no name: articles, pronouns, verbs, and common words of titles.</summary>
    internal static readonly WordList NotNames = new(WordFiles.Entries(nameof(NotNames)));

    /// <summary>Words of <see cref="NotNames"/> that are surnames as well, behind a first name: <c>Cy Day</c>, <c>Selena
    /// Small</c>.</summary>
    internal static readonly WordList SurnamesThatAreWords = new(WordFiles.Entries(nameof(SurnamesThatAreWords)));

    /// <summary>Parts of texts that are not names, in scripts without capitals: counting words, labels, words for headings.</summary>
    internal static readonly string[] NotNameParts = WordFiles.Entries(nameof(NotNameParts));

    /// <summary>Words of <see cref="NotNames"/> that are first names as well, before a surname: <c>Will Stephen</c>.</summary>
    internal static readonly WordList FirstNamesThatAreWords = new(WordFiles.Entries(nameof(FirstNamesThatAreWords)));

    /// <summary>Particles inside names: <c>Guido van Rossum</c>.</summary>
    internal static readonly WordList NameParticles = new(WordFiles.Entries(nameof(NameParticles)));

    /// <summary>Words for companies and jobs behind a name.</summary>
    internal static readonly WordList Affiliations = new(WordFiles.Entries(nameof(Affiliations)));

    /// <summary>Honorifics and academic titles before or behind a name.</summary>
    internal static readonly WordList Honorifics = new(WordFiles.Entries(nameof(Honorifics)));

    /// <summary>Words of lines that name the author of a picture or of the post.</summary>
    internal static readonly WordList Credits = new(WordFiles.Entries(nameof(Credits)));

    /// <summary>Words in titles of posts about a whole event.</summary>
    internal static readonly WordList Recaps = new(WordFiles.Entries(nameof(Recaps)));

    /// <summary>Labels of links to slides and recordings below the title of a talk.</summary>
    internal static readonly WordList MaterialLabels = new(WordFiles.Entries(nameof(MaterialLabels)));

    /// <summary>Words for keynotes.</summary>
    internal static readonly WordList KeynoteWords = new(WordFiles.Entries(nameof(KeynoteWords)));

    /// <summary>Words for panels.</summary>
    internal static readonly WordList PanelWords = new(WordFiles.Entries(nameof(PanelWords)));

    /// <summary>Words for workshops.</summary>
    internal static readonly WordList WorkshopWords = new(WordFiles.Entries(nameof(WorkshopWords)));

    /// <summary>Words for lightning talks.</summary>
    internal static readonly WordList LightningWords = new(WordFiles.Entries(nameof(LightningWords)));

    /// <summary>Words for sessions of questions only. A bare "Q&amp;A" is the question round of the talk before it.</summary>
    internal static readonly WordList QuestionSessions = new(WordFiles.Entries(nameof(QuestionSessions)));

    /// <summary>Words in tags, categories, folders and titles of posts about talks.</summary>
    internal static readonly WordList EventWords = new(WordFiles.Entries(nameof(EventWords)));

    /// <summary>Endings of the names of events: "PyCon", "RustConf", "DevFest".</summary>
    internal static readonly string[] EventSuffixes = WordFiles.Entries(nameof(EventSuffixes));

    /// <summary>Names of folders of notes beside <see cref="Notes"/>, when the name contains an event as well.</summary>
    internal static readonly WordList NoteFolders = new(WordFiles.Entries(nameof(NoteFolders)));

    /// <summary>Words for notes and abstracts.</summary>
    internal static readonly WordList Notes = new(WordFiles.Entries(nameof(Notes)));

    /// <summary>Frequent words of texts about talks.</summary>
    internal static readonly WordList TalkWords = new(WordFiles.Entries(nameof(TalkWords)));

    /// <summary>Phrases in introductions to the notes of one talk.</summary>
    internal static readonly string[] OneTalk = WordFiles.Entries(nameof(OneTalk));

    /// <summary>Phrases of posts that announce talks.</summary>
    internal static readonly string[] Announcements = WordFiles.Entries(nameof(Announcements));

    /// <summary>Phrases in titles and headings of announcements, where one is enough.</summary>
    internal static readonly string[] AnnouncementTitles = WordFiles.Entries(nameof(AnnouncementTitles));

    /// <summary>Words between a speaker and 《the title》 in Chinese, longest first.</summary>
    internal static readonly string[] TitleIntroductions = WordFiles.Entries(nameof(TitleIntroductions));

    /// <summary>Parts of Chinese and Japanese words for jobs, behind a name.</summary>
    internal static readonly string[] JobParts = WordFiles.Entries(nameof(JobParts));

    /// <summary>Verbs in the past.</summary>
    internal static readonly WordList ReportVerbs = new(WordFiles.Entries(nameof(ReportVerbs)));
}
