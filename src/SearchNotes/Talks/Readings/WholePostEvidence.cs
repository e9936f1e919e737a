namespace SearchNotes.Talks.Readings;

/// <summary>Evidence that a post is the notes of one talk.</summary>
internal enum WholePostEvidence
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
