using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Benchmarks.Load;
using SearchNotes.Benchmarks.Table;

namespace SearchNotes.Benchmarks.Cluster;

/// <summary>Compares our server over a cluster with OpenSearch asked directly, as its own users set it up, pass by pass in turn.</summary>
internal static class TunedCommand
{
    private const int WarmUps = 2, Passes = 3;

    /// <summary>One query in this many is asked, as they stand in the order of their classes.</summary>
    private const int Every = 4;

    /// <summary>Runs, and prints a table.</summary>
    /// <param name="url">Address of a node on this machine.</param>
    /// <param name="root">A folder that <c>corpus</c> wrote.</param>
    public static async Task RunAsync(string url, string root)
    {
        var folder = new CorpusFolder(root);
        var work = Directory.CreateTempSubdirectory("searchnotes-tuned-").FullName;
        var prefix = $"tuned-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(10) };
        var index = new TunedIndex(http, $"{prefix}-peer");
        index.Fill(File.ReadLines(folder.Docs).Select(line => JsonSerializer.Deserialize<TunedTalk>(line, JsonSerializerOptions.Web)!)); // No line is null.
        string[] ours = ["--engine", "opensearch", "--opensearch-url", url, "--opensearch-prefix", prefix, "--corpus", folder.Posts];
        var program = Programs.Prepare(work).Cli;
        var full = Child.Run(program, work, ["reindex", .. ours]).Seconds;
        var port = OverHttp.FreePort();
        using var server = Child.Start(program, work, ["serve", "--urls", $"http://127.0.0.1:{port}", .. ours]);
        await OverHttp.FirstAnswerAsync(port, LoadPlan.Search("the"));
        string[] texts = [.. BenchQuery.ReadAll(folder.Queries).Select(query => query.Text).Distinct(StringComparer.Ordinal)
            .Where((_, i) => i % Every == 0)];
        var sides = (Ours: new Side(), Peer: new Side());
        var node = new Uri(url).Port;
        for (var pass = 0; pass < WarmUps + Passes; pass++)
        {
            // No address twice, so that no answer is remembered.
            await AskAsync(sides.Ours, port, text => HttpConnection.Request(LoadPlan.Search(text) + new string('+', pass)));
            await AskAsync(sides.Peer, node, text => Post($"/{prefix}-peer/_search", TunedIndex.Search(text)));
        }

        ClusterCommand.Line($"{texts.Length} queries, {Passes} passes in turn", "SearchNotes", "OpenSearch, tuned", "ratio");
        ClusterCommand.Line("---", "---", "---", "---");
        var (one, other) = (Times.Of(sides.Ours.Milliseconds), Times.Of(sides.Peer.Milliseconds));
        Compare("a search, p50, ms", one.P50, other.P50);
        Compare("a search, p99, ms", one.P99, other.P99);
        Compare("processor of the server, ms a search", sides.Ours.Server, sides.Peer.Server);
        Compare("processor of the node, ms a search", sides.Ours.Node, sides.Peer.Node);
        ClusterCommand.Line("memory of the server, MiB", Text(server.Megabytes), "", "");
        ClusterCommand.Line("full reindex, s", Text(full), "", "");
        index.Delete();

        async Task AskAsync(Side side, int to, Func<string, byte[]> request)
        {
            using var connection = await HttpConnection.OpenAsync(to, CancellationToken.None);
            var (processor, ofNode) = (server.Now.ProcessorSeconds, await ProcessorOfNodeAsync(http));
            var times = new List<double>();
            foreach (var text in texts)
            {
                var bytes = request(text);
                var began = Stopwatch.GetTimestamp();
                var answer = await connection.AskAsync(bytes, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (answer.Status != 200)
                    throw new InvalidOperationException($"\"{text}\" was answered with {answer.Status}.");
            }

            Console.Error.WriteLine($"{texts.Length} searches in {times.Sum() / 1000:0.0} s");
            if (side.Passes++ >= WarmUps)
                side.Add(times, (server.Now.ProcessorSeconds - processor) * 1000, await ProcessorOfNodeAsync(http) - ofNode);
        }
    }

    private static byte[] Post(string target, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"POST {target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }

    private static async Task<double> ProcessorOfNodeAsync(HttpClient http)
    {
        var stats = await http.GetFromJsonAsync<JsonElement>("_nodes/_local/stats/process");
        return stats.GetProperty("nodes").EnumerateObject().First().Value.GetProperty("process").GetProperty("cpu").GetProperty("total_in_millis")
            .GetDouble();
    }

    private static void Compare(string what, double ours, double peer) => ClusterCommand.Line(what, Text(ours), Text(peer),
        peer > 0.05 ? (ours / peer).ToString("0.00", CultureInfo.InvariantCulture) : "");

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>What one of both cost.</summary>
    private sealed class Side
    {
        private double server, node;

        public List<double> Milliseconds { get; } = [];

        public int Passes { get; set; }

        public double Server => server / Milliseconds.Count;

        public double Node => node / Milliseconds.Count;

        public void Add(List<double> times, double ofServer, double ofNode)
        {
            Milliseconds.AddRange(times);
            server += ofServer;
            node += ofNode;
        }
    }
}
