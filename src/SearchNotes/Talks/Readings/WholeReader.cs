namespace SearchNotes.Talks.Readings;

/// <summary>Reads a post as the notes of one talk.</summary>
internal static class WholeReader
{
    /// <summary>Reads topic and speakers from the first heading, the title, the file's name, the first lines and the front matter; what is
    /// read later overrides what was read before.</summary>
    internal static WholeReading Read(Outline outline, IReadOnlyList<Candidate> headings)
    {
        var whole = new WholeReading(outline) { Topic = Topics.Clean(TopicPrefix.Split(outline.Post.Title).Topic) };
        if (outline.Post.TitleIsFromFileName)
            whole.Topic = FileTitle.WithoutCounting(whole.Topic);
        WholeHeading.ReadTop(whole, headings);
        WholeHeading.ReadLabel(whole, headings);
        WholeTitle.Read(whole, headings);
        WholeFileName.Read(whole);
        WholeOpening.Read(whole);
        WholeFrontMatter.Read(whole);
        return whole;
    }
}
