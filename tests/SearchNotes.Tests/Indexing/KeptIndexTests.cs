using System.Globalization;
using System.IO.Compression;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

/// <summary>Small indexes that versions of the program wrote over the posts in <c>Kept/posts</c>, one for each schema that users may have.
/// <c>SEARCHNOTES_RENEW_GOLDEN=1</c> keeps one of the present schema.</summary>
public sealed class KeptIndexTests : IDisposable
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Indexing", "Kept");

    private static readonly string[] Queries =
        ["queue", "keeper", "oberfläche", "speaker:moth", "code:enqueue", "tag:lamps", "qa:lens", "\"promise naïve\"", "year:2021"];

    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    private string Index => Path.Combine(root, "index");

    public static TheoryData<int> Schemas => [.. Directory.EnumerateFiles(Kept, "schema-*.zip").Select(SchemaOf).Order()];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_next_run_brings_it_up_to_date_by_itself(int schema)
    {
        Unpack(schema);
        Assert.Equal(schema, new IndexFolder(Index).ReadCommit()?.Schema);

        var report = Run();

        Assert.Equal((3, 4), (report.Posts, report.Talks));
        // The build that kept an index of the present schema finds nothing to do.
        Assert.Equal(schema < Schema.Version, report.RebuildReason == "another version of SearchNotes wrote the index");
        Assert.Equal("2020-02-01-lantern-meetup.bo-reed", Hits("keeper"));
        Assert.False(Run().Full);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Until_then_it_is_refused_with_a_sentence_or_answers_as_a_new_one(int schema)
    {
        Unpack(schema);
        if (schema < Schema.Version)
        {
            var refusal = Assert.Throws<SearchNotesException>(() => TalkSearcher.Open(Index));
            Assert.Contains("run \"searchnotes reindex\"", refusal.Message, StringComparison.Ordinal);
            return;
        }

        var before = Queries.Select(Hits).ToList();
        Run(full: true);

        // Else the layout or the analysis changed, and Schema.Version has to be higher.
        Assert.Equal(Queries.Select(Hits), before);
        Assert.All(before, hits => Assert.NotEqual("", hits));
    }

    [Fact]
    public void The_newest_one_is_at_most_one_schema_behind()
    {
        var file = Path.Combine(Kept, $"schema-{Schema.Version}.zip");
        if (Approved.Renews && !File.Exists(file))
        {
            Run();
            ZipFile.CreateFromDirectory(new IndexFolder(Index).Current, file);
        }

        Assert.InRange(Schemas.Max(row => row.Data), Schema.Version - 1, Schema.Version);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static int SchemaOf(string file) =>
        int.Parse(Path.GetFileNameWithoutExtension(file)["schema-".Length..], CultureInfo.InvariantCulture);

    private void Unpack(int schema) =>
        ZipFile.ExtractToDirectory(Path.Combine(Kept, $"schema-{schema}.zip"), new IndexFolder(Index).Current);

    private string Hits(string query)
    {
        using var searcher = TalkSearcher.Open(Index);
        return string.Join(' ', searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = query }).Hits.Select(hit => hit.Talk.Talk.Id));
    }

    private ReindexReport Run(bool full = false) =>
        new Reindexer(new Corpus(new CorpusOptions { Root = Path.Combine(Kept, "posts") }), Index, TimeProvider.System).Run(full);
}
