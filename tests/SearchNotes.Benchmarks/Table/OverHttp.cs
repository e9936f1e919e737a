using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Load;

namespace SearchNotes.Benchmarks.Table;

/// <summary>The running server, asked over this machine's loopback.</summary>
/// <param name="scene">Programs and corpus.</param>
/// <param name="measured">Gets the figures.</param>
/// <param name="time">Length of each load.</param>
internal sealed class OverHttp(Scene scene, Measurements measured, TimeSpan time)
{
    private readonly string popular = LoadPlan.Search(BenchQuery.ReadAll(scene.Queries).First(query => query.Class == "terms-2").Text);
    private long searches;

    /// <summary>Measures a round.</summary>
    /// <param name="searchesForMemory">How many searches the server must have answered before its memory is looked at; 0 for as many as it
    /// has.</param>
    public async Task MeasureAsync(long searchesForMemory)
    {
        searches = 0;
        var port = FreePort();
        using var server = Child.Start(scene.Programs.Cli, scene.Work, ["serve", "--urls", $"http://127.0.0.1:{port}", .. scene.Folders]);
        await FirstAnswerAsync(port, popular);
        measured.Add("serve", Stopwatch.GetElapsedTime(server.Started).TotalSeconds);

        Search(port, "search", name: "http search");
        Search(port, "box", name: "http box");
        Add("http empty", Load("same", port, "/healthz"));
        var repeated = Load("same", port, popular);
        Add("http repeated", repeated);
        Add("http unchanged", Load("unchanged", port, popular));
        Add("suggest", Load("suggest", port, scene.Queries));
        while (searches < searchesForMemory)
            Search(port, "search", name: null);
        measured.Add("serve MiB", server.Megabytes);
        measured.Add("serve searches", searches);
        await FixedAsync((int)repeated.BodyBytes);
    }

    private void Search(int port, string kind, string? name)
    {
        var figures = Load(kind, port, scene.Queries);
        searches += figures.Requests + figures.WarmUps;
        if (name is not null)
            Add(name, figures);
    }

    /// <summary>What a server can do that sends a fixed body of the size of a repeated answer.</summary>
    private async Task FixedAsync(int bytes)
    {
        var port = FreePort();
        using var server = Child.StartSelf("measure", "fixed", Text(port), Text(bytes));
        await FirstAnswerAsync(port, "/");
        Add("http fixed", Load("same", port, "/"));
    }

    private LoadFigures Load(string kind, int port, string what) =>
        Child.Figures<LoadFigures>("measure", "load", kind, Text(port), what, Text(searches),
            time.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    private void Add(string name, LoadFigures figures)
    {
        measured.Add(name, figures.PerSecond);
        measured.Add($"{name} p50", figures.P50);
        measured.Add($"{name} p99", figures.P99);
    }

    /// <summary>Asks until there is an answer: a server that starts refuses connections, then says that it is not ready.</summary>
    public static async Task FirstAnswerAsync(int port, string target)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var connection = await HttpConnection.OpenAsync(port, CancellationToken.None);
                if ((await connection.AskAsync(HttpConnection.Request(target), CancellationToken.None)).Status == 200)
                    return;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // It does not listen yet.
            }

            await Task.Delay(2);
        }

        throw new InvalidOperationException($"The server on port {port} did not answer {target} within two minutes.");
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
