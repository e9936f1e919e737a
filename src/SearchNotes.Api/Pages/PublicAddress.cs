using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>This service's own address, as the world sees it.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme and host without a slash at the end: the setting, else what the request was sent to. Empty, so that
    /// addresses are relative, where the request names no host or something that is none.</summary>
    public static string Of(HttpRequest request, ServeOptions options) => options.PublicUrl?.TrimEnd('/') ?? OfHost(request);

    /// <summary>How an answer may be kept that holds the address: where that is the client's choice, by nobody but the client.</summary>
    public static string Caching(ServeOptions options) => options.PublicUrl is null ? Cached.RevalidateAlone : Cached.Revalidate;

    // A host is whatever a client writes; what is no name of one makes the framework throw.
    private static string OfHost(HttpRequest request) =>
        Uri.CheckHostName(request.Host.Host) == UriHostNameType.Unknown ? "" : $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
