using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

/// <summary>Pandoc's title block, <c>% Title</c> and <c>% Author</c>, in notes and elsewhere.</summary>
public sealed class TitleBlockTests
{
    private const string Notes = "Water them.";

    [Theory]
    [InlineData(true, "Ada Muster", Notes, "Growing tomatoes by Ada Muster")]
    [InlineData(false, "Ada Muster", Notes, "")]
    [InlineData(true, "ACME Ltd", Notes, "")]
    public void Its_second_line_names_the_speaker_where_it_names_a_person(bool isPandoc, string author, string text, string expected)
    {
        var dialect = isPandoc ? FrontMatterDialect.Pandoc : FrontMatterDialect.Yaml;
        var post = new Post
        {
            Path = "post.md",
            Id = "post",
            Title = "Growing tomatoes",
            Text = text,
            FrontMatter = new FrontMatter { Dialect = dialect, Authors = [author] }
        };

        var talks = TalkSplitter.Split(post, SpeakerAliases.None).Talks;

        Assert.Equal(expected,
            string.Concat(talks.Select(talk => $"{talk.Topic} by {string.Join(", ", talk.Speakers.Select(speaker => speaker.Name))}")));
    }
}
