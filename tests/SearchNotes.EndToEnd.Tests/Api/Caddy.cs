using System.Diagnostics;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>A real Caddy with a configuration of its own, without certificates.</summary>
internal sealed class Caddy : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("searchnotes-caddy-").FullName;
    private readonly Process _process;

    private Caddy(string configuration)
    {
        var file = Path.Combine(_root, "Caddyfile");
        File.WriteAllText(file, $"{{\n  admin off\n  auto_https off\n}}\n{configuration}");
        var start = new ProcessStartInfo(Program!, ["run", "--config", file, "--adapter", "caddyfile"]) { RedirectStandardError = true };
        foreach (var variable in new[] { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME" })
            start.Environment[variable] = _root;
        _process = Process.Start(start)!; // Only a shell's verb starts none. Tests without Caddy are skipped before.
    }

    /// <summary>Where it is installed; <see langword="null"/> when it is not.</summary>
    public static string? Program { get; } = new[] { "/usr/bin/caddy", "/usr/local/bin/caddy" }.FirstOrDefault(File.Exists);

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<Caddy> StartAsync(string configuration)
    {
        var caddy = new Caddy(configuration);
        List<string> said = [];
        while (await caddy._process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (!line.Contains("serving initial configuration", StringComparison.Ordinal))
                continue;
            // Nobody else reads what it says, and a full pipe would stop it.
            _ = caddy._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            return caddy;
        }

        caddy.Dispose();
        throw new InvalidOperationException($"Caddy ended: {string.Join('\n', said)}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
