namespace SearchNotes;

/// <summary>Addresses from posts and the files beside them, which may say anything.</summary>
public static class WebAddress
{
    /// <summary>The address, if it leads somewhere from any page: absolute, and <c>http</c> or <c>https</c>; else
    /// <see langword="null"/>. A link of another scheme may run a script, open a program or show a file.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;
}
