using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>Hugo's settings that decide on the pages of a site.</summary>
internal sealed record HugoSite
{
    /// <summary>The languages by code; empty if the site has only one.</summary>
    internal IReadOnlyDictionary<string, HugoLanguage> Languages { get; init; } = new Dictionary<string, HugoLanguage>();

    /// <summary>The code of the default language.</summary>
    internal string DefaultLanguage { get; init; } = "en";

    /// <summary>Whether the pages of the default language are below its code, too.</summary>
    internal bool HasDefaultInFolder { get; init; }

    /// <summary>Whether paths keep upper case.</summary>
    internal bool KeepsCase { get; init; }

    /// <summary>Whether accents are removed from paths.</summary>
    internal bool RemovesAccents { get; init; }

    /// <summary>Whether a date in the file's name is the date of the page, and not part of the page's name.</summary>
    internal bool TakesDateFromName { get; init; }

    /// <summary>Whether pages with a future date are built.</summary>
    internal bool BuildsFuture { get; init; }

    /// <summary>Whether expired pages are built.</summary>
    internal bool BuildsExpired { get; init; }

    /// <summary>Patterns of the content files that are ignored.</summary>
    internal IReadOnlyList<Regex> Ignored { get; init; } = [];

    /// <summary>Front matter that folders hand down to the pages in them, the outer folders first. Folders end with a slash.</summary>
    internal IReadOnlyList<(string Folder, IReadOnlyDictionary<string, string> Keys)> Cascades { get; init; } = [];

    /// <summary>The folders that have a page of their own, with a trailing slash.</summary>
    internal IReadOnlySet<string> Branches { get; init; } = new HashSet<string>();

    /// <summary>The codes of the languages that are not built.</summary>
    internal IReadOnlyList<string> DisabledLanguages { get; init; } = [];

    /// <summary>The folders that are leaf bundles, with a trailing slash: other files in them are not pages.</summary>
    internal IReadOnlySet<string> Bundles { get; init; } = new HashSet<string>();
}

/// <summary>A language of a Hugo site.</summary>
/// <param name="ContentFolder">The folder of its content, with a trailing slash; <see langword="null"/> for that of the site.</param>
/// <param name="SiteUrl">Its address; <see langword="null"/> for that of the site.</param>
internal sealed record HugoLanguage(string? ContentFolder, string? SiteUrl);
