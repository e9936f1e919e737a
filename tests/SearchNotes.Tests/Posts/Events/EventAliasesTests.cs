using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Indexing;
using Xunit;

namespace SearchNotes.Tests.Posts;

/// <summary>Short and other names of events, from <c>events.yaml</c>.</summary>
public sealed class EventAliasesTests : ReindexedFolder
{
    private const string Aliases = "- name: linux.conf.au\n  aliases: [LCA, Linux Conference Australia]\n- name: Nets Day\n";

    public EventAliasesTests()
    {
        Write("events.yaml", Aliases);
        Write("a.md", "---\ntitle: LCA 2014\nevent: LCA 2014\n---\n\n# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Write("b.md", "---\ntitle: Day two\nevent: Linux Conference Australia 2014\n---\n\n# Cyd Ellis on Caches that forget\n\nA cache is a memory.\n\n# Dina Fox on Trees that grow\n\nA tree is a plant.\n");
        Write("c.md", "---\ntitle: LCA\nevent: lca\n---\n\n# Ed Gray on Rings that turn\n\nA ring has no end.\n\n# Flo Hart on Knots that hold\n\nA knot is a loop.\n");
    }

    [Fact]
    public void Posts_with_any_of_the_names_belong_to_one_event()
    {
        using var searcher = Searcher();

        Assert.Equal(["linux.conf.au", "linux.conf.au 2014"], searcher.Events().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("lca 2014", 6)]
    [InlineData("LCA", 6)]
    [InlineData("linux conference australia", 6)]
    public void Each_name_finds_the_talks(string query, int talks)
    {
        using var searcher = Searcher();

        var found = searcher.Search(new SearchRequest { Query = query, Kinds = ["talk"], Budget = ThreadCost.Patience });

        Assert.Equal((talks, false), (found.Total, found.NearOnly));
        Assert.Empty(found.Absent);
    }

    [Fact]
    public void The_talks_of_the_year_come_first()
    {
        using var searcher = Searcher();

        var found = searcher.Search(new SearchRequest { Query = "lca 2014", Kinds = ["talk"], Budget = ThreadCost.Patience });

        Assert.Equal(["a.md", "a.md", "b.md", "b.md"], found.Hits.Take(4).Select(hit => hit.Talk.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("lca 2014", "linux.conf.au 2014")]
    [InlineData("2014 linux conference australia", "linux.conf.au 2014")]
    [InlineData("lca2014", "linux.conf.au 2014")]
    public void Each_name_leads_to_the_page_of_the_event(string query, string name)
    {
        using var searcher = Searcher();

        Assert.Equal(name, searcher.PagesOf(new SearchRequest { Query = query }).Names[0].Named.Name);
    }

    [Fact]
    public void A_change_of_the_file_is_read_by_the_next_run()
    {
        Searcher().Dispose();
        Write("events.yaml", Aliases.Replace("linux.conf.au", "The conference", StringComparison.Ordinal));

        using var searcher = Searcher();

        Assert.Contains("The conference 2014", searcher.Events().Select(e => e.Name));
    }

    [Theory]
    [InlineData("name: x\n", 1, "events.yaml is not a list of events; it is not used.")]
    [InlineData("- aliases: [a]\n- name: b\n", 1, "An event has no name; the entry is skipped.")]
    [InlineData("- [a, b]\n", 1, "An entry is not an event with a name; it is skipped.")]
    [InlineData("- name: x\n- {\n", 3, "events.yaml is not valid YAML from here on; the entries above are used.")]
    public void What_cannot_be_read_is_a_warning_with_its_line(string yaml, int line, string message)
    {
        Write("events.yaml", yaml);

        Assert.Equal([new PostWarning("events.yaml", line, message)], Run().Warnings.Where(warning => warning.Path == "events.yaml"));
    }

    private ReindexReport Run() => new Reindexer(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System).Run();

    private TalkSearcher Searcher()
    {
        Run();
        return TalkSearcher.Open(Index);
    }
}
