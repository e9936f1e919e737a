namespace SearchNotes;

/// <summary>Validates URLs from posts and from files next to them, which are untrusted.</summary>
public static class WebAddress
{
    /// <summary>Returns the URL if it is absolute and its scheme is <c>http</c> or <c>https</c>; otherwise <see langword="null"/>. A link
    /// with another scheme could run a script, open a program or show a local file.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;
}
