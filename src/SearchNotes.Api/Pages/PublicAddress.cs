using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>The public address of this service.</summary>
internal static class PublicAddress
{
    /// <summary>Returns scheme and host without a trailing slash: from the setting, otherwise from the request. Empty when the request has
    /// no valid host; addresses are then relative.</summary>
    public static string Of(HttpRequest request, ServeOptions options) => options.PublicUrl?.TrimEnd('/') ?? OfHost(request);

    /// <summary>Returns the <c>Cache-Control</c> value of an answer that contains the address: private when the client chooses the
    /// host.</summary>
    public static string Caching(ServeOptions options) =>
        options.PublicUrl is null ? CacheControl.RevalidatePrivate : CacheControl.Revalidate;

    // The client chooses the Host field, and the framework throws on an invalid host name.
    private static string OfHost(HttpRequest request) =>
        Uri.CheckHostName(request.Host.Host) == UriHostNameType.Unknown ? "" : $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
