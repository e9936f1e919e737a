using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Pages;

/// <summary>This service's own address, as the world sees it.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme and host without a slash at the end: the setting, else what the request was sent to.</summary>
    public static string Of(HttpRequest request, ServeOptions options) =>
        options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
