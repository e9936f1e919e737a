using SearchNotes.Posts;
using SearchNotes.Posts.Files;
using Xunit;

namespace SearchNotes.Tests.Posts.Files;

/// <summary>Each setting of a folder by itself: a nearer one wins, a missing one is filled in.</summary>
public sealed class FolderSettingsTests
{
    private static readonly FolderOptions Near = new()
    {
        SiteUrl = "https://near.example",
        Permalink = "/near/:title/",
        Anchors = AnchorStyle.Hugo,
        Search = false,
        Without = new PostSelection(["near"], []),
        TalksOnlyIn = new PostSelection(["near talks"], []),
        Talks = "one",
        TalkLevel = 2,
        Event = "Near Conf",
        Speakers = ["Ann Near"],
    };

    private static readonly FolderOptions Far = new()
    {
        SiteUrl = "https://far.example",
        Permalink = "/far/:title/",
        Anchors = AnchorStyle.GitHub,
        Search = true,
        Without = new PostSelection(["far"], []),
        TalksOnlyIn = new PostSelection(["far talks"], []),
        Talks = "none",
        TalkLevel = 3,
        Event = "Far Conf",
        Speakers = ["Bo Far"],
    };

    private static FolderOptions For(FolderOptions near, FolderOptions far, FolderOptions defaults) => new FolderSettings(new CorpusOptions
    {
        Root = "unused",
        Folders = new Dictionary<string, FolderOptions> { ["posts/**"] = far, ["posts/2013/*"] = near },
        Defaults = defaults,
    }).For("posts/2013/a.md");

    [Fact]
    public void Every_setting_of_the_nearest_folder_wins() => Assert.Equal(Near, For(Near, Far, Far));

    [Fact]
    public void Every_missing_setting_comes_from_the_next_folder() => Assert.Equal(Far, For(new(), Far, Near));

    [Fact]
    public void Every_setting_that_no_folder_has_comes_from_the_defaults() => Assert.Equal(Near, For(new(), new(), Near));

    [Fact]
    public void Patterns_of_equal_length_are_taken_in_order_of_their_letters()
    {
        var options = new CorpusOptions
        {
            Root = "unused",
            Folders = new Dictionary<string, FolderOptions> { ["b*"] = new() { Event = "B" }, ["*b"] = new() { Event = "A" } },
        };

        Assert.Equal("A", new FolderSettings(options).For("bb").Event);
    }
}
