using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Pages;

/// <summary>Content negotiation between JSON, HTML and plain text.</summary>
internal static class Representation
{
    /// <summary>The <c>Vary</c> fields of a negotiated response.</summary>
    public const string Vary = "Accept, User-Agent";

    /// <summary>Whether the client is a browser and the path is outside the API.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && Accepts(request, "text/html");

    /// <summary>Whether the client accepts plain text but not HTML, or is curl without a preference.</summary>
    public static bool WantsText(HttpRequest request) =>
        !Accepts(request, "text/html")
        && (Accepts(request, "text/plain") || request.Headers.UserAgent.ToString().StartsWith("curl/", StringComparison.OrdinalIgnoreCase));

    private static bool Accepts(HttpRequest request, string mediaType) =>
        request.Headers.Accept.ToString().Contains(mediaType, StringComparison.OrdinalIgnoreCase);
}
