using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>A real nginx with one server, on a port of its own.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("searchnotes-nginx-").FullName;
    private readonly Process _process;

    private Nginx(int port, string locations)
    {
        Address = $"http://127.0.0.1:{port}";
        File.WriteAllText(Path.Combine(_root, "nginx.conf"), $$"""
            pid {{_root}}/pid;
            error_log {{_root}}/error.log;
            worker_processes 1;
            events { worker_connections 128; }
            http {
              access_log off;
              absolute_redirect off;
              client_body_temp_path {{_root}}; proxy_temp_path {{_root}}; fastcgi_temp_path {{_root}}; uwsgi_temp_path {{_root}}; scgi_temp_path {{_root}};
              server {
                listen 127.0.0.1:{{port}};
                {{locations}}
                {{(locations.Contains("location / ", StringComparison.Ordinal) ? "" : "location / { return 200 \"the blog\"; }")}}
              }
            }
            """);
        _process = Process.Start(new ProcessStartInfo(Program!, ["-p", _root, "-c", Path.Combine(_root, "nginx.conf"), "-e", "stderr", "-g", "daemon off;"])
        {
            RedirectStandardError = true,
        })!; // Tests without nginx are skipped before; only a shell's verb starts none.
    }

    /// <summary>Where it is installed; <see langword="null"/> when it is not.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<Nginx> StartAsync(int port, string locations)
    {
        var nginx = new Nginx(port, locations);
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            try
            {
                await http.GetStringAsync(nginx.Address, TestContext.Current.CancellationToken);
                return nginx;
            }
            catch (HttpRequestException) when (!nginx._process.HasExited)
            {
                // It does not listen yet.
            }
        }

        return nginx;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // SIGTERM: a killed master would leave its workers.
            using var kill = Process.Start("kill", [$"{_process.Id}"]);
            kill.WaitForExit();
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
