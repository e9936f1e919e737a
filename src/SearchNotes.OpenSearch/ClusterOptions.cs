using System.Text.RegularExpressions;

namespace SearchNotes.OpenSearch;

/// <summary>The settings of the cluster engine. <see cref="Check"/> validates them before anything is sent.</summary>
public sealed partial record ClusterOptions
{
    /// <summary>Addresses of nodes, tried in turn.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>The beginning of the names of all indexes and aliases. Default <c>searchnotes</c>.</summary>
    public string Prefix { get; init; } = "searchnotes";

    /// <summary>Name of the user; <see langword="null"/> for a cluster without users.</summary>
    public string? User { get; init; }

    /// <summary>Password of the user, from the environment or a file, never from the command line.</summary>
    public string? Password { get; init; }

    /// <summary>File with the certificates of the authorities that are trusted, in PEM; <see langword="null"/> for those of the
    /// machine.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Validates the settings.</summary>
    /// <exception cref="SearchNotesException">A setting is invalid. The message names the setting, and no part of an address that could
    /// be a password.</exception>
    public void Check()
    {
        Require(Urls.Count > 0, "opensearch_url must name at least one node, such as http://localhost:9200.");
        foreach (var url in Urls)
            CheckAddress(url);
        Require(PrefixPattern().IsMatch(Prefix),
            $"opensearch_prefix \"{Prefix}\" must be 1 to 40 characters of a-z, 0-9, - and _, and begin with a letter.");
        Require(User is null == Password is null, "opensearch_user and opensearch_password belong together: set both or neither.");
    }

    /// <inheritdoc/>
    /// <remarks>Shows no password.</remarks>
    public override string ToString() => $"{nameof(ClusterOptions)} {{ {string.Join(", ", Urls)}, {Prefix} }}";

    private void CheckAddress(string url)
    {
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        Require(isAddress && uri!.UserInfo.Length == 0 && !url.Contains('@', StringComparison.Ordinal), // Not null: it is an address.
            "opensearch_url must be addresses such as https://search.example:9200, without name and password; set those with opensearch_user and opensearch_password_file.");
        Require(uri!.Query.Length == 0 && uri.Fragment.Length == 0, $"opensearch_url {uri.Host} must not have a query or a fragment.");
        Require(Password is null || uri.Scheme == "https" || uri.IsLoopback,
            $"opensearch_url {uri.Host} is plain http, and a password is not sent unencrypted to another machine; use https.");
    }

    private static void Require(bool isValid, string message)
    {
        if (!isValid)
            throw new SearchNotesException(Fault.Settings, message);
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex PrefixPattern();
}
