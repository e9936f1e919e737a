using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>Limits of connections and of shutdown.</summary>
internal static class Limits
{
    /// <summary>Time within which a connection must send its first byte. Kestrel's own limits start with that byte, or treat the connection
    /// as idle between two requests.</summary>
    internal static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(10);

    /// <summary>Time that a stopping server waits for running requests. Aborting them takes up to a second more, and supervisors kill after
    /// ten seconds.</summary>
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(3);

    public static void Apply(KestrelServerOptions kestrel, TimeProvider time)
    {
        kestrel.AddServerHeader = false;
        // BodyLimits sets lower limits per endpoint. The rest of a body is discarded so that the client sees the response.
        kestrel.Limits.MaxRequestBodySize = TooLarge.MaxDiscardedBytes;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxConcurrentConnections = 4096;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Longer than the minute for which proxies keep idle connections. Otherwise the server could close a connection just before the
        // proxy reuses it.
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => WaitForFirstByteAsync(connection, next, time)));
    }

    public static void Apply(HostOptions host) => host.ShutdownTimeout = Shutdown;

    private static async Task WaitForFirstByteAsync(ConnectionContext connection, ConnectionDelegate next, TimeProvider time)
    {
        if (await SendsAsync(connection, time))
            await next(connection);
        else
            connection.Abort(new ConnectionAbortedException("Nothing was sent."));
    }

    /// <summary>Waits for the first byte without consuming it.</summary>
    /// <returns>Whether a byte arrived; false when the time is up, the server stops, or the client has disconnected.</returns>
    private static async Task<bool> SendsAsync(ConnectionContext connection, TimeProvider time)
    {
        var stop = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using var limit = new CancellationTokenSource(FirstByte, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop, connection.ConnectionClosed);
        try
        {
            var read = await connection.Transport.Input.ReadAsync(any.Token);
            connection.Transport.Input.AdvanceTo(read.Buffer.Start);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
