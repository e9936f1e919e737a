using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>What a connection may cost.</summary>
internal static class Limits
{
    /// <summary>Longest that a connection may say nothing at all. The server's own limits begin with its first byte, or take it for
    /// one that rests between two requests.</summary>
    internal static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(10);

    /// <summary>How long a server that is asked to stop waits for requests to end. It takes up to a second more to break them off,
    /// and supervisors kill after ten.</summary>
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(3);

    public static void Apply(KestrelServerOptions kestrel, TimeProvider time)
    {
        kestrel.AddServerHeader = false;
        // What an address takes is less, see BodyLimits; the rest is thrown away so that the client sees why.
        kestrel.Limits.MaxRequestBodySize = TooLarge.MostRead;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxConcurrentConnections = 4096;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Longer than the minute for which proxies keep theirs: who closes first must not be who is about to be asked.
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

    /// <summary>Waits for the first byte and leaves it where it is.</summary>
    /// <returns>False when the time is up, the server stops, or the client has gone.</returns>
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
