using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>The service under systemd, played by a socket: ready once it serves, reindexing at a reload, stopping.</summary>
public sealed class ServiceManagerTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Fact]
    public async Task It_says_when_it_is_ready_reloads_and_says_when_it_stops()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has systemd.");
        Assert.SkipWhen(IgnoresHangUp(), "This run ignores SIGHUP, as below nohup, and so does every program that it starts.");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(_folder.FullPath("notify")));
        using var server = CliProcess.Start(_folder.Root, [("NOTIFY_SOCKET", _folder.FullPath("notify"))],
            "serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal("READY=1", await ReceiveAsync(systemd));

        _folder.Write("corpus/ice.md", "# Elin Frost on Glaciers\n\nThey move.\n");
        Send(server, "HUP");
        while (!(await server.Error.ReadLineAsync(TestContext.Current.CancellationToken) ?? "done").Contains("done", StringComparison.Ordinal))
        {
        }

        Assert.Equal(0, _folder.Run("search", "glaciers").Code);
        Send(server, "TERM");
        Assert.Equal("STOPPING=1", await ReceiveAsync(systemd));
        Assert.Equal(0, (await server.End()).Code);
    }

    [Fact]
    public async Task Without_systemd_a_closed_terminal_ends_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has systemd.");
        Assert.SkipWhen(IgnoresHangUp(), "This run ignores SIGHUP, as below nohup, and so does every program that it starts.");
        using var server = CliProcess.Start(_folder.Root, "serve", "--urls", "http://127.0.0.1:0");
        while (await server.Out.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.StartsWith("Serving on ", StringComparison.Ordinal))
        {
        }

        Send(server, "HUP");

        Assert.NotEqual(0, (await server.End()).Code);
    }

    public void Dispose() => _folder.Dispose();

    // Bit 0 of the mask of ignored signals is SIGHUP; a program inherits the mask.
    private static bool IgnoresHangUp() => File.ReadLines("/proc/self/status")
        .Any(line => line.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToInt64(line[7..].Trim(), 16) & 1) != 0);

    private static void Send(CliProcess server, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{server.Id}"]);
        kill.WaitForExit();
    }

    private static async Task<string> ReceiveAsync(Socket systemd)
    {
        var buffer = new byte[1024];
        var length = await systemd.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
