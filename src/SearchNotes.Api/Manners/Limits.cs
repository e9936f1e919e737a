using Microsoft.AspNetCore.Server.Kestrel.Core;
using SearchNotes.Api.Answers;

namespace SearchNotes.Api.Manners;

/// <summary>What a connection may cost.</summary>
internal static class Limits
{
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // What an address takes is less, see BodyLimits; the rest is thrown away so that the client sees why.
        kestrel.Limits.MaxRequestBodySize = TooLarge.MostRead;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxConcurrentConnections = 4096;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
