using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SearchNotes.Tests;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>The real program, serving a made-up corpus from a process of its own.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private const string Key = "a key for tests, long enough";

    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-served-").FullName;
    private Process? process;

    private ServedProgram()
    {
    }

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>Memory that the process holds, in bytes.</summary>
    public long Memory => Status("VmRSS:") * 1024;

    /// <summary>Files and sockets that the process holds open, without the files of the index as it is now, whose number goes
    /// up with every commit and down with every merge. Files of the index that are deleted count: they should have been let go.</summary>
    // Asked for only once it runs.
    public int Handles => Directory.EnumerateFileSystemEntries($"/proc/{process!.Id}/fd").Count(handle => !IsOfTheIndex(handle));

    /// <summary>Builds the index and serves it.</summary>
    public static async Task<ServedProgram> StartAsync(int talks)
    {
        var served = new ServedProgram();
        for (var post = 0; post * MadeUpPosts.TalksPerPost < talks; post++)
            served.WritePost(post, round: 0);
        var start = TestedProgram.Start("serve", "--urls", "http://127.0.0.1:0", "--corpus", served.Corpus,
            "--index", Path.Combine(served.root, "index"));
        start.Environment["SEARCHNOTES_REINDEX_KEY"] = Key;
        served.process = Process.Start(start)!; // Start returns null only when a shell reuses a process.
        served.process.ErrorDataReceived += static (_, _) => { };
        served.process.BeginErrorReadLine();
        try
        {
            served.Client.BaseAddress = await served.AddressAsync();
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }

        served.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return served;
    }

    private string Corpus => Path.Combine(root, "corpus");

    public void WritePost(int post, int round)
    {
        Directory.CreateDirectory(Corpus);
        File.WriteAllText(Path.Combine(Corpus, string.Create(CultureInfo.InvariantCulture, $"2013-07-{(post % 28) + 1:00}-post-{post}.md")),
            MadeUpPosts.Text(post, round));
    }

    /// <summary>Has the server bring its index up to date, and waits for the end.</summary>
    public async Task ReindexAsync(bool full)
    {
        using var accepted =
            await Client.PostAsync($"/api/reindex?full={(full ? "true" : "false")}", null, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, accepted.StatusCode);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            using var task =
                JsonDocument.Parse(await Client.GetStringAsync(accepted.Headers.Location, TestContext.Current.CancellationToken));
            var status = task.RootElement.GetProperty("status").GetString();
            Assert.NotEqual("failed", status);
            if (status == "done")
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(root, recursive: true);
    }

    private async Task<Uri> AddressAsync()
    {
        while (await process!.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line) // Just started.
        {
            if (!line.StartsWith("Serving on ", StringComparison.Ordinal))
                continue;
            return new Uri(line["Serving on ".Length..line.IndexOf(';', StringComparison.Ordinal)]);
        }

        throw new InvalidOperationException("The server ended before it served.");
    }

    private bool IsOfTheIndex(string handle) => new FileInfo(handle).LinkTarget is { } file
        && file.StartsWith(Path.Combine(root, "index"), StringComparison.Ordinal) && !file.EndsWith(" (deleted)", StringComparison.Ordinal);

    private long Status(string name)
    {
        // Asked for only once it runs.
        var line = File.ReadLines($"/proc/{process!.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length).Trim()[..^" kB".Length], CultureInfo.InvariantCulture);
    }
}
