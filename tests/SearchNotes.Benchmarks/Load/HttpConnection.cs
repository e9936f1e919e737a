using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SearchNotes.Benchmarks.Load;

/// <summary>One kept-alive connection that sends a request and reads the answer through. As little work as possible, for it takes
/// its processor time from the server on the same machine.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <summary>Connects to a port of this machine.</summary>
    public static async Task<HttpConnection> OpenAsync(int port, CancellationToken cancel)
    {
        var connection = new HttpConnection();
        try
        {
            await connection.socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancel);
            return connection;
        }
        catch (SocketException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A request for an address, with the validator of an earlier answer where there is one.</summary>
    public static byte[] Request(string target, string? etag = null) =>
        Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\n{(etag is null ? "" : $"If-None-Match: {etag}\r\n")}\r\n");

    /// <summary>Asks.</summary>
    /// <exception cref="IOException">The server hung up.</exception>
    public async Task<HttpAnswer> AskAsync(byte[] request, CancellationToken cancel)
    {
        await socket.SendAsync(request, cancel);
        filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf(EndOfHead)) < 0)
            await ReceiveAsync(cancel);

        var start = head + EndOfHead.Length;
        var status = ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + buffer[11] - '0';
        if (status == 304)
            return new HttpAnswer(status, head, 0);
        // OpenSearch writes the names of headers in small letters.
        if ((Value(head, "\r\nContent-Length: "u8) ?? Value(head, "\r\ncontent-length: "u8)) is { } length)
        {
            var end = start + int.Parse(length, CultureInfo.InvariantCulture);
            while (filled < end)
                await ReceiveAsync(cancel);
        }
        else
        {
            while (!buffer.AsSpan(start, filled - start).EndsWith(EndOfChunks))
                await ReceiveAsync(cancel);
        }

        return new HttpAnswer(status, head, filled - start);
    }

    /// <summary>The validator of the last answer.</summary>
    public string? Etag(HttpAnswer answer) => Value(answer.HeadBytes, "\r\nETag: "u8);

    public void Dispose() => socket.Dispose();

    private string? Value(int head, ReadOnlySpan<byte> name)
    {
        var at = buffer.AsSpan(0, head).IndexOf(name);
        if (at < 0)
            return null;
        var value = buffer.AsSpan(at + name.Length, head - at - name.Length);
        var end = value.IndexOf("\r\n"u8);
        return Encoding.ASCII.GetString(end < 0 ? value : value[..end]);
    }

    private async Task ReceiveAsync(CancellationToken cancel)
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var received = await socket.ReceiveAsync(buffer.AsMemory(filled), cancel);
        if (received == 0)
            throw new IOException("The server closed the connection in the middle of an answer.");
        filled += received;
    }
}

/// <summary>What was read of an answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="HeadBytes">Size of its head.</param>
/// <param name="BodyBytes">Size of its body.</param>
internal readonly record struct HttpAnswer(int Status, int HeadBytes, int BodyBytes);
