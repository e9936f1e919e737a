using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SearchNotes.Tests.Cluster;

/// <summary>What listens where a node should, and answers each connection as a test says.</summary>
internal sealed class HostileNode : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public HostileNode(Func<NetworkStream, Task> answer)
    {
        listener.Start();
        _ = AcceptAsync(answer);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public static ValueTask WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text));

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync(Func<NetworkStream, Task> answer)
    {
        try
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(), answer);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task AnswerAsync(TcpClient client, Func<NetworkStream, Task> answer)
    {
        using (client)
        {
            try
            {
                await answer(client.GetStream());
            }
            catch (IOException)
            {
                // The client had enough.
            }
        }
    }
}
