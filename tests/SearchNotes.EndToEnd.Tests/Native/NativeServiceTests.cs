using System.Text;
using System.Text.RegularExpressions;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Native;

/// <summary>The native service answers as this build does: status, header and body.</summary>
public sealed partial class NativeServiceTests : IDisposable
{
    private const string Talk = "2013-07-07-pycon-australia-retold.andrew-walker";

    private static readonly string[] Addresses =
    [
        "/", "/?q=tkintr", "/?q=isolation+levels&sort=date_desc", $"/talks/{Talk}", "/talks/none", $"/talks/{Talk}/notes.md", "/llms.txt", "/speakers", "/speakers/andrew-walker",
        "/tags", "/tags/python", "/events", "/feed.atom?q=python", "/opensearch.xml", "/site.css", "/nothing",
        "/api/search?q=linear+svc", "/api/search?q=speaker:ostrowski&explain=true", "/api/search?q=%22isolation+levels%22&facets=false",
        "/api/search?q=enqueue&has=code&year=2012..2014", "/api/search?per_page=100&facets=false", "/api/search?per_page=500", "/api/search?year=x",
        "/api/suggest?q=scho", "/api/suggest?q=py", $"/api/talks/{Talk}", $"/api/talks/{Talk}/related", "/api/talks/none",
        "/api/speakers", "/api/speakers/andrew-walker", "/api/tags", "/api/events", "/api/stats", "/api/tasks/none", "/api/insights",
        "/openapi.yaml", "/docs", "/docs/index.html", "/docs/start.js", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js",
        "/docs/embed", "/search-box.js", "/healthz", "/readyz",
    ];

    // The version of the index is the time of its commit.
    private static readonly HashSet<string> Varies = new(StringComparer.OrdinalIgnoreCase) { "Date", "X-Request-Id", "Server-Timing", "ETag" };

    private readonly string _root = Directory.CreateTempSubdirectory("searchnotes-native-").FullName;

    [Fact]
    public async Task Every_address_answers_the_same()
    {
        NativeFile.Require();
        using var here = Serve(TestedProgram.ThisBuild, "here");
        using var native = Serve([NativeFile.Path], "native");
        var (hereAt, nativeAt) = (await AddressAsync(here), await AddressAsync(native));

        foreach (var address in Addresses)
        {
            foreach (var accept in new[] { "application/json", "text/html", "text/plain" })
                await SameAsync(HttpMethod.Get, address, accept);
        }

        // Which of many equally frequent facet values are shown depends on the order in which posts were indexed.
        foreach (var query in JudgedQueries())
            await SameAsync(HttpMethod.Get, $"/api/search?q={Uri.EscapeDataString(query)}&explain=true&facets=false", "application/json");
        await SameAsync(HttpMethod.Post, "/api/reindex", "*/*");
        await SameAsync(HttpMethod.Options, "/api/search", "*/*");
        Assert.Equal(await MetricsAsync(hereAt), await MetricsAsync(nativeAt));

        async Task SameAsync(HttpMethod method, string address, string accept) => Assert.Equal(
            await AnswerAsync(hereAt, method, address, accept), await AnswerAsync(nativeAt, method, address, accept));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static async Task<string> AnswerAsync(string service, HttpMethod method, string address, string accept)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method, service + address);
        request.Headers.Host = "notes.example";
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Add("Origin", "https://blog.example");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var said = new StringBuilder().Append($"{method} {address} {accept}\n{(int)answer.StatusCode}\n");
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).OrderBy(header => header.Key, StringComparer.Ordinal))
            said.Append($"{name}: {(Varies.Contains(name) ? "" : string.Join(", ", values))}\n");
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return Varying().Replace(said.Append('\n').Append(Encoding.Latin1.GetString(body)).ToString(), "N");
    }

    /// <summary>The queries of the relevance tests: lines without an indent or a mark of their file.</summary>
    private static IEnumerable<string> JudgedQueries() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Querying", "Judged", "judgements.txt"))
            .Where(line => line.Length > 0 && line[0] is not ' ' and not '#');

    /// <summary>The names of the metrics; what they count depends on time.</summary>
    private static async Task<string> MetricsAsync(string service)
    {
        using var http = new HttpClient();
        var lines = (await http.GetStringAsync(service + "/metrics", TestContext.Current.CancellationToken)).Split('\n');
        return string.Join('\n', lines.Where(line => line.StartsWith('#')));
    }

    private CliProcess Serve(IReadOnlyList<string> command, string index) => CliProcess.Start(command, _root,
        [("SEARCHNOTES_SEARCH_MILLISECONDS", "60000"), ("SEARCHNOTES_SITE_URL", "https://blog.example"),
            ("SEARCHNOTES_REINDEX_KEY", "a key for tests, long enough")],
        "serve", "--urls", "http://127.0.0.1:0", "--corpus", Path.Combine(Repository.Root, "corpus"), "--index", Path.Combine(_root, index));

    private static async Task<string> AddressAsync(CliProcess server)
    {
        while (await server.Out.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Serving on ", StringComparison.Ordinal))
                return line["Serving on ".Length..line.IndexOf(';', StringComparison.Ordinal)];
        }

        throw new InvalidOperationException($"The server ended before it served: {await server.Error.ReadToEndAsync()}");
    }

    // Ids of requests, sizes, and when the index was built.
    [GeneratedRegex(@"""(request_id|built_at|bytes|generation)"":[^,}]+|Content-Length: \d+|Request 0H\w+:\d+"
        + @"|\n  <updated>[^<]+", RegexOptions.None, 1000)]
    private static partial Regex Varying();
}
