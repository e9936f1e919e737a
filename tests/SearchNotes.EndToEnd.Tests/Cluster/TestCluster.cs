using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>A real OpenSearch on loopback: the one that <c>SEARCHNOTES_OPENSEARCH_URL</c> names, or nodes that are started for the
/// tests.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly string? folder;
    private readonly int port;

    private TestCluster(IReadOnlyList<string> urls, string? folder, int port) => (Urls, this.folder, this.port) = (urls, folder, port);

    /// <summary>Why there is no cluster; <see langword="null"/> when there can be one.</summary>
    public static string? Missing { get; } = Named is not null || File.Exists(Path.Combine(Programs, "start")) ? null
        : "There is no OpenSearch to test with: set SEARCHNOTES_OPENSEARCH_URL to one.";

    /// <summary>Addresses of the nodes.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Whether nodes can be stopped.</summary>
    public static bool CanStop => Named is null;

    private static string? Named => Environment.GetEnvironmentVariable("SEARCHNOTES_OPENSEARCH_URL");

    private static string Programs => Path.Combine(Repository.Root, "..", "shared", "opensearch");

    /// <summary>Starts nodes, or takes those that are named.</summary>
    public static async Task<TestCluster> StartAsync(int nodes = 1)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        if (Named is { } named)
            return new TestCluster(named.Split(','), null, 0);
        var folder = Directory.CreateTempSubdirectory("searchnotes-cluster-").FullName;
        var port = FreePort(nodes);
        await RunAsync("start", "--nodes", Text(nodes), "--port", Text(port), "--wait", "green", folder);
        return new TestCluster([.. Enumerable.Range(port, nodes).Select(p => $"http://127.0.0.1:{Text(p)}")], folder, port);
    }

    /// <summary>Ends a node as if it had lost its power.</summary>
    public Task KillAsync(int node) => RunAsync("stop", "--kill", Text(node), Folder);

    /// <summary>Lets a node stand still.</summary>
    public Task PauseAsync(int node) => RunAsync("stop", "--pause", Text(node), Folder);

    /// <summary>Lets a node go on.</summary>
    public Task ResumeAsync(int node) => RunAsync("stop", "--resume", Text(node), Folder);

    /// <summary>Starts a killed node again, and waits until no copy is missing.</summary>
    public Task ReviveAsync(int node) =>
        RunAsync("start", "--nodes", Text(Urls.Count), "--port", Text(port), "--only", Text(node), "--wait", "green", Folder);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (folder is null)
            return;
        await RunAsync("stop", folder);
        Directory.Delete(folder, recursive: true);
    }

    private string Folder => folder ?? throw new InvalidOperationException("Nodes that others started are not stopped.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Nodes go on after the program has ended, and would keep a pipe open.
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        const string quiet = "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null";
        foreach (var argument in (string[])["-c", quiet, Path.Combine(Programs, program), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Finds a port that is free now, as are those after it and those of the nodes among themselves.</summary>
    private static int FreePort(int nodes)
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 50_000);
            if (Enumerable.Range(port, nodes).Concat(Enumerable.Range(port + 100, nodes)).All(IsFree))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
