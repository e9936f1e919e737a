using SearchNotes.Cli.Searching;
using SearchNotes.Cli.Terminal;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class HitListTests : IDisposable
{
    private static readonly StoredTalk Talk = new()
    {
        Talk = new Talk
        {
            Id = "2024-05-14-lantern-meetup.ada-moth",
            Kind = TalkKind.Talk,
            Topic = "Queues that never sleep",
            Speakers = [new Speaker("Ada Moth", "ada-moth")],
            Anchor = "queues",
            Lines = [new LineRange(10, 27)],
            Sections = [new Section("Workers", "workers", 14, 2), new Section("Q&A", "qa", 23, 2)],
        },
        Path = "2024-05-14-lantern-meetup.md",
        PostId = "2024-05-14-lantern-meetup",
        PostTitle = "Lantern Meetup, May",
        EventTitle = "Lantern Meetup",
        Location = "Port Ellery",
        Date = new DateOnly(2024, 5, 14),
        PageUrl = "https://blog.example/2024/lantern/",
    };

    private readonly CliFolder _folder = new();

    [Fact]
    public void A_hit_shows_what_matched_and_where_to_open_it() => Approved.Matches(Written("sleep worker", Found()));

    [Fact]
    public void On_a_terminal_the_words_that_matched_are_bold_and_coloured() =>
        Assert.Contains("\u001b[1;33msleep\u001b[0m", Written("sleep", Found(), terminal: true), StringComparison.Ordinal);

    [Fact]
    public void Without_colours_they_are_bold_and_underlined() =>
        Assert.Contains("\u001b[1;4msleep\u001b[0m", Written("sleep", Found(), terminal: true, ("NO_COLOR", "1")),
            StringComparison.Ordinal);

    [Fact]
    public void How_the_query_was_understood_is_said_above_the_hits() => Approved.Matches(Written("slep zeppelin \"", Found() with
    {
        Total = 40,
        NearOnly = true,
        Absent = ["zeppelin"],
        GivenUp = ["zeppelin", "worker"],
        Corrections = [new Correction("slep", "sleep", Applied: true), new Correction("worker", "walker", Applied: false)],
        Notes = [new Note(14, "the quotation mark is never closed; it is ignored.")],
        Partial = true,
    }));

    [Fact]
    public void What_the_blog_recommends_stands_above_the_hits()
    {
        using var output = new StringWriter();
        var pages = QueryPages.None with { BestBets = [new BestBet("Our rules", "https://blog.example/conduct/", null), new BestBet("Start here", null, Talk)] };

        new HitList(Screen.Out(_folder.Context(output)), "corpus").Write("conduct", Found() with { Hits = [], Total = 0 }, pages);

        Assert.Equal("Nothing found for conduct.\nRecommended: Our rules https://blog.example/conduct/\nRecommended: Start here 2024-05-14-lantern-meetup.ada-moth\n",
            output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_explanation_is_indented_part_by_part() => Approved.Matches(Written("sleep", Found() with
    {
        Hits = [Hit() with { Matches = [],
            Explain = new Explanation("sum of the parts", 3.5,
                [new Explanation("\"sleep\" in the topic", 3, []), new Explanation("\"sleep\" in the prose", 0.5, [])]) }],
    }));

    public void Dispose() => _folder.Dispose();

    private static SearchResult Found() => new() { Total = 1, Hits = [Hit()], Generation = 1 };

    private static TalkHit Hit() => new()
    {
        Talk = Talk,
        Score = 3.5,
        TopicRuns = [new Run("Queues that never ", false), new Run("sleep", true)],
        SpeakerRuns = [[new Run("Ada Moth", false)]],
        Matches =
        [
            new Match { Field = MatchField.Topic, Runs = [new Run("Queues that never sleep", false)] },
            new Match { Field = MatchField.Code, Heading = "Workers",
                Runs = [new Run("def ", false), new Run("worker", true), new Run("():\n    run()", false)] },
            new Match { Field = MatchField.Quote, Heading = "Workers",
                Runs = [new Run("Start one ", false), new Run("worker", true), new Run(".", false)] },
            new Match { Field = MatchField.Qa, Heading = "Q&A",
                Runs = [new Run("Whose ", false), new Run("worker", true), new Run(" dies?", false)] },
        ],
    };

    private string Written(string query, SearchResult result, bool terminal = false, params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
            _folder.With(name, value);

        using var output = new StringWriter();
        new HitList(Screen.Out(_folder.Context(output) with { OutIsTerminal = terminal }), "corpus").Write(query, result, QueryPages.None);
        return output.ToString();
    }
}
