using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Pages;

/// <summary>In which form a client wants an answer that there is in several.</summary>
internal static class Representation
{
    /// <summary>What an answer in several forms depends on.</summary>
    public const string Vary = "Accept, User-Agent";

    /// <summary>Whether it is a person with a browser, outside the API.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && Accepts(request, "text/html");

    /// <summary>Whether it is a person at a terminal: plain text asked for, or curl without a wish.</summary>
    public static bool WantsText(HttpRequest request) =>
        !Accepts(request, "text/html")
        && (Accepts(request, "text/plain") || request.Headers.UserAgent.ToString().StartsWith("curl/", StringComparison.OrdinalIgnoreCase));

    private static bool Accepts(HttpRequest request, string mediaType) =>
        request.Headers.Accept.ToString().Contains(mediaType, StringComparison.OrdinalIgnoreCase);
}
