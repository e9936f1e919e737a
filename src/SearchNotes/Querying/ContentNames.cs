using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>The names of the kinds of content that a search can require with <c>has:</c>.</summary>
public static class ContentNames
{
    private static readonly Dictionary<string, ContentFlags> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["code"] = ContentFlags.Code,
        ["qa"] = ContentFlags.Qa,
        ["quote"] = ContentFlags.Quote,
        ["video"] = ContentFlags.Video,
    };

    /// <summary>All names: code blocks, questions and answers, block quotes, links to a recording.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Flags.Keys];

    /// <summary>Returns the flag of a name; <see cref="ContentFlags.None"/> for an unknown name.</summary>
    internal static ContentFlags FlagOf(string name) => Flags.GetValueOrDefault(name);
}
