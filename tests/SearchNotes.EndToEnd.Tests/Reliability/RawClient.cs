using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>Sends bytes to a service that no HTTP client would send.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient socket;
    private readonly NetworkStream stream;

    private RawClient(TcpClient connected) => (socket, stream) = (connected, connected.GetStream());

    public static async Task<RawClient> ConnectAsync(string address)
    {
        var (socket, uri) = (new TcpClient(), new Uri(address));
        await socket.ConnectAsync(uri.Host, uri.Port, TestContext.Current.CancellationToken);
        return new RawClient(socket);
    }

    public ValueTask SendAsync(byte[] bytes) => stream.WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Waits for an answer or the end of the connection.</summary>
    /// <returns>The status; 0 when the connection ended without one.</returns>
    public async Task<int> StatusAsync()
    {
        var head = new byte[12];
        try
        {
            var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
            return length == head.Length ? int.Parse(Encoding.ASCII.GetString(head, 9, 3), CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            // The server has hung up on what was no HTTP.
            return 0;
        }
    }

    public void Dispose() => socket.Dispose();
}
