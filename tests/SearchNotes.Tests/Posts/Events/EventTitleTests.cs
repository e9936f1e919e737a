using SearchNotes.Posts;
using SearchNotes.Posts.Events;
using Xunit;

namespace SearchNotes.Tests.Posts.Events;

public sealed class EventTitleTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PyCon Australia 2013, Day Two", "PyCon Australia 2013")]
    [InlineData("Perl Dancer Conference 2016 Day 1", "Perl Dancer Conference 2016")]
    [InlineData("Devops Downunder 2013, Second day", "Devops Downunder 2013")]
    [InlineData("Agile France 2010 – Jour #2", "Agile France 2010")]
    [InlineData("PyconAU 2012: No, Bad Pony!", "PyconAU 2012")]
    [InlineData("My Notes From QCon London 2016", "QCon London 2016")]
    [InlineData("Eindrücke vom 31C3", "31C3")]
    [InlineData("Mon DevFest Nantes 2025 à moi !", "DevFest Nantes 2025")]
    [InlineData("Paris JUG Octobre (I) – Ruby On Rails et HTML 5", "Paris JUG Octobre")]
    [InlineData("NoSQL at RailsConf 2010: An Ecommerce Example", "RailsConf 2010")]
    [InlineData("UTOSC Meetup recap", "UTOSC Meetup")]
    [InlineData("Sydney Devops Meetup, August 2013", "Sydney Devops Meetup, August 2013")]
    [InlineData("第七回ありえるえりあ勉強会 アウトラインメモ", "第七回ありえるえりあ勉強会")]
    [InlineData("Drupal SEO Functionality", null)]
    [InlineData("Rails 3.1: Upgrading a Simple App — Part 1", null)]
    [InlineData("Books of 2013: a list", null)]
    [InlineData("The icon and the beacon", null)]
    public void A_title_names_the_event_or_none(string title, string? expected) => Assert.Equal(expected, EventTitle.Find(title, [], null));

    [Theory]
    [InlineData("FP-Syd, April 2013", "event|haskell", "FP-Syd, April 2013")]
    [InlineData("Testing Casual Talks #1 アウトラインメモ", "イベント", "Testing Casual Talks #1")]
    [InlineData("Design Matters 2020 - A hybrid conference", "events", "Design Matters 2020")]
    [InlineData("Notes on Introducing Gearman", "lca|lca2010|notes", "lca2010")]
    [InlineData("A library like the Map of ES2015", "ES2015|javascript", null)]
    [InlineData("What I said about how we write our tests and why you should not", "conference", null)]
    public void Tags_help_where_the_title_leaves_it_open(string title, string tags, string? expected) =>
        Assert.Equal(expected, EventTitle.Find(title, tags.Split('|'), new DateOnly(2010, 1, 18)));

    [Fact]
    public void The_front_matter_wins_over_the_settings_and_these_over_the_title()
    {
        _folder.With("a/x.md", "---", "title: PyCon 2013", "conference: Own", "---", "Text.")
            .With("a/y.md", "---", "title: PyCon 2013", "---", "Text.").With("z.md", "# PyCon 2013");
        CorpusOptions WithFolder(CorpusOptions options) =>
            options with { Folders = new Dictionary<string, FolderOptions> { ["a/**"] = new() { Event = "Set" } } };

        Assert.Equal("Own", _folder.Read("a/x.md", WithFolder).EventTitle);
        Assert.Equal("Set", _folder.Read("a/y.md", WithFolder).EventTitle);
        Assert.Equal("PyCon 2013", _folder.Read("z.md", WithFolder).EventTitle);
    }
}
