using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>Limits the requests of each client with a token bucket.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this IServiceCollection services, ServeOptions options)
    {
        var limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => PartitionOf(http, options));
        services.AddSingleton(limiter);
        services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = limiter;
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) => RefuseAsync(rejected, options);
        });
    }

    /// <summary>Enforces the rate limit and adds the draft fields <c>RateLimit</c> and <c>RateLimit-Policy</c> to each response.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<ServeOptions>();
        var limiter = app.Services.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        app.UseRateLimiter();
        app.Use((http, next) =>
        {
            if (!IsUnlimited(http, options) && limiter.GetStatistics(http) is { } statistics)
            {
                WriteFields(http.Response, statistics.CurrentAvailablePermits, options);
            }
            return next(http);
        });
    }

    private static RateLimitPartition<IPAddress> PartitionOf(HttpContext http, ServeOptions options)
    {
        if (IsUnlimited(http, options))
            return RateLimitPartition.GetNoLimiter(IPAddress.None);
        return RateLimitPartition.GetTokenBucketLimiter(ClientOf(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = Math.Max(1, options.RequestsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, options.RequestsPerSecond / 10) / (double)options.RequestsPerSecond),
            QueueLimit = 0,
        });
    }

    private static bool IsUnlimited(HttpContext http, ServeOptions options) =>
        !options.LimitLoopback && (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));

    /// <summary>Returns the client's IPv4 address, or the /64 network of its IPv6 address: one household can use any address in its
    /// network.</summary>
    private static IPAddress ClientOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        Span<byte> network = stackalloc byte[16];
        address.TryWriteBytes(network, out _);
        network[8..].Clear();
        return new IPAddress(network);
    }

    private static ValueTask RefuseAsync(OnRejectedContext rejected, ServeOptions options)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        WriteFields(response, 0, options);
        return new ValueTask(Problem.Refuse(rejected.HttpContext, StatusCodes.Status429TooManyRequests,
            $"More than {options.RequestsPerSecond} requests per second; wait for the number of seconds in Retry-After."));
    }

    private static void WriteFields(HttpResponse response, long permits, ServeOptions options)
    {
        response.Headers["RateLimit-Policy"] =
            string.Create(CultureInfo.InvariantCulture, $"\"client\";q={options.Burst};w={Seconds(options.Burst, options)}");
        response.Headers["RateLimit"] =
            string.Create(CultureInfo.InvariantCulture, $"\"client\";r={permits};t={Seconds(options.Burst - permits, options)}");
    }

    private static long Seconds(long permits, ServeOptions options) =>
        (permits + options.RequestsPerSecond - 1) / options.RequestsPerSecond;
}
