using System.Diagnostics;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Benchmarks.Static;

/// <summary>A plain file server, behind a slow line unless asked otherwise: each response waits for the latency, and all of them share the
/// bandwidth. Text is sent with gzip, as any host of static files does.</summary>
internal sealed class ThrottledServer : IAsyncDisposable
{
    /// <summary>Round trip of the line, as in Lighthouse's "Slow 4G".</summary>
    public static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);

    /// <summary>Bandwidth of the line: 1.6 Mbit/s.</summary>
    public const int BytesPerSecond = 200_000;

    private const int PieceBytes = 8192;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".css"] = "text/css",
    };

    private readonly WebApplication app;
    private readonly string root;
    private readonly bool isSlow;
    private readonly Lock line = new();
    private long free;
    private long sent;
    private int running;

    private ThrottledServer(WebApplication app, string root, bool isSlow) => (this.app, this.root, this.isSlow) = (app, root, isSlow);

    /// <summary>Scheme and host, without a slash at the end.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Bytes of all bodies so far.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Number of requests that are being answered.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Serves a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="isSlow">Whether the line is slow. Default true.</param>
    public static async Task<ThrottledServer> StartAsync(string root, bool isSlow = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ThrottledServer(app, root, isSlow);
        app.Run(server.SendAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task SendAsync(HttpContext http)
    {
        Interlocked.Increment(ref running);
        try
        {
            await Task.Delay(isSlow ? Latency : TimeSpan.Zero, http.RequestAborted);
            var path = Path.GetFullPath(Path.Combine(root, http.Request.Path.Value!.TrimStart('/'))); // A request has a path.
            if (path.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(path))
                path = Path.Combine(path, "index.html");
            if (!path.StartsWith(root, StringComparison.Ordinal) || !File.Exists(path))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            await SendAsync(http.Response, path, http.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task SendAsync(HttpResponse response, string path, CancellationToken cancel)
    {
        var body = await File.ReadAllBytesAsync(path, cancel);
        if (Types.TryGetValue(Path.GetExtension(path), out var type))
        {
            body = Compress(body);
            response.Headers.ContentEncoding = "gzip";
        }
        response.ContentType = type ?? "application/octet-stream";
        response.ContentLength = body.Length;
        for (var start = 0; start < body.Length; start += PieceBytes)
        {
            var piece = body.AsMemory(start, Math.Min(PieceBytes, body.Length - start));
            if (isSlow)
                await Task.Delay(Occupy(piece.Length), cancel);
            await response.Body.WriteAsync(piece, cancel);
            Interlocked.Add(ref sent, piece.Length);
        }
    }

    /// <summary>Takes the line for some bytes and returns how long that lasts from now on.</summary>
    private TimeSpan Occupy(int bytes)
    {
        lock (line)
        {
            var now = Stopwatch.GetTimestamp();
            free = Math.Max(free, now) + (bytes * Stopwatch.Frequency / BytesPerSecond);
            return Stopwatch.GetElapsedTime(now, free);
        }
    }

    private static byte[] Compress(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
            gzip.Write(body);
        return buffer.ToArray();
    }
}
