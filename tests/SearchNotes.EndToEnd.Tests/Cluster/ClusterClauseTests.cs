using System.Text.Json;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Whatever is typed, the cluster gets no query that it refuses or that takes long.</summary>
[Collection(nameof(OneNode))]
public sealed class ClusterClauseTests(OneNode node)
{
    private const int MaxClauses = 1_000;

    private static readonly string[] Letters = [.. "abcdefghijklmnopqrstuvwxyz".Select(letter => letter.ToString())];

    /// <summary>The longest queries of each kind: words that begin many others, that have many forms, that are misspelt, in phrases, in
    /// branches, behind fields and kept out.</summary>
    private static readonly IReadOnlyList<string> Queries =
    [
        Repeat("{0}*", 64), Repeat("{0}* OR", 64) + " z*", Repeat("-{0}*", 64), Repeat("topic:{0}*", 60), Repeat("code:{0}*", 60),
        "queu* OR " + Repeat("(the {0}*)", 40), Repeat("\"the talk {0}*\"", 30), Repeat("talsk", 64), Repeat("serching qeues", 30),
        Repeat("talks OR searching OR queues", 16), Repeat("code:\"a.b({0}\"", 30), Repeat("speaker:walkr", 30), Repeat("(a* (b* (c* (d*", 12),
        "why do the people who run the queues that the others had to wait for not use a database that runs in the same place as they",
    ];

    [Fact]
    public void A_typed_query_has_a_bounded_number_of_clauses()
    {
        var options = node.Options();
        new OpenSearchEngine(options, TimeProvider.System)
            .Reindexer(new Corpus(new CorpusOptions { Root = Path.Combine(Repository.Root, "corpus") }), TimeProvider.System).Run();
        using var bodies = new BodyHandler();
        using var searcher = new OpenSearchEngine(options, TimeProvider.System, bodies).Open();

        foreach (var query in Queries)
        {
            bodies.Searches.Clear();
            searcher.Search(new SearchRequest { Query = query, Budget = TimeSpan.FromMinutes(1) });

            var most = bodies.Searches.Max(ClausesOf);
            Assert.True(most is > 0 and <= MaxClauses, $"{most} clauses: {query}");
            Assert.All(bodies.Searches, search => Assert.DoesNotContain("\"regexp\"", search, StringComparison.Ordinal));
            Assert.All(bodies.Searches, search => Assert.DoesNotContain("\"wildcard\"", search, StringComparison.Ordinal));
        }
    }

    private static string Repeat(string pattern, int times) => string.Join(' ', Enumerable.Range(0, times)
        .Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, Letters[i % Letters.Length])));

    /// <summary>Counts what the cluster counts: the leaves of the query; aggregations apart.</summary>
    private static int ClausesOf(string search)
    {
        using var json = JsonDocument.Parse(search);
        return json.RootElement.TryGetProperty("query", out var query) ? Leaves(query) : 0;
    }

    private static int Leaves(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Sum(Leaves),
        JsonValueKind.Object => json.EnumerateObject().Sum(property =>
            property.Name is "term" or "terms" or "match_phrase" or "rank_feature" or "range" ? 1 : Leaves(property.Value)),
        _ => 0,
    };

    /// <summary>Keeps the searches that are sent.</summary>
    private sealed class BodyHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Searches { get; } = [];

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("_msearch", StringComparison.Ordinal)) // Not null: it is sent.
            {
                using var reader = new StreamReader(request.Content!.ReadAsStream(cancellationToken), leaveOpen: true);
                lock (Searches)
                    Searches.AddRange(reader.ReadToEnd().Split('\n').Where(line => line.Length > 2));
            }

            return base.Send(request, cancellationToken);
        }
    }
}
