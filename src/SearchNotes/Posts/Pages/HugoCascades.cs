using SearchNotes.Posts.Keys;

namespace SearchNotes.Posts.Pages;

/// <summary>Reads the front matter that folders of a Hugo site hand down to the pages below them.</summary>
internal static class HugoCascades
{
    private const int MaxCharacters = 64 * 1024;

    /// <summary>Returns the cascades of the configuration and of the <c>_index</c> files below a folder of content, the outer folders
    /// first.</summary>
    internal static IEnumerable<(string Folder, IReadOnlyDictionary<string, string> Keys)> Read(string content,
        ConfigurationKeys configuration,
        BlogFiles files)
    {
        foreach (var part in Parts(configuration.Below("cascade")))
        {
            foreach (var folder in Folders(content, content, part))
                yield return (folder, part);
        }

        foreach (var path in files.Find(content, IsBranchIndex))
        {
            if (files.Read(path) is not { } text || !text.Contains("cascade", StringComparison.Ordinal))
                continue;
            var entries = FrontMatterReader.Keys(text, MaxCharacters)
                .Where(e => e.Key.StartsWith("cascade.", StringComparison.OrdinalIgnoreCase))
                    .Select(e => KeyValuePair.Create(e.Key[8..], e.Text));
            foreach (var part in Parts(entries))
            {
                foreach (var folder in Folders(content, path[..(path.LastIndexOf('/') + 1)], part))
                    yield return (folder, part);
            }
        }
    }

    /// <summary>Whether a file's name is that of the index of a leaf bundle, whatever its language.</summary>
    internal static bool IsLeafIndex(string name) => name.StartsWith("index.", StringComparison.Ordinal)
        && name.EndsWith(".md", StringComparison.Ordinal);

    private static bool IsBranchIndex(string name) => name.StartsWith("_index.", StringComparison.Ordinal)
        && name.EndsWith(".md", StringComparison.Ordinal);

    // One cascade, or a list of them: cascade.0._target.path, cascade.0.params.noindex.
    private static IEnumerable<IReadOnlyDictionary<string, string>> Parts(IEnumerable<KeyValuePair<string, string>> keys) =>
        keys.GroupBy(pair => pair.Key.Split('.')[0] is var first && first.All(char.IsAsciiDigit) ? first : "", StringComparer.Ordinal)
            .Select(part => part
                .GroupBy(pair => (part.Key.Length > 0 ? pair.Key[(part.Key.Length + 1)..] : pair.Key).TrimStart('_').ToLowerInvariant())
                .ToDictionary(g => g.Key.StartsWith("build.", StringComparison.Ordinal) ? "_" + g.Key : g.Key, g => g.Last().Value,
                    StringComparer.Ordinal))
            .Where(part => part.GetValueOrDefault("target.kind") is not { } kind || kind.Contains("page", StringComparison.Ordinal));

    /// <summary>Returns the folders to which a cascade applies: those of its target, a glob such as <c>{/talks/**,/notes/**}</c>, up to the
    /// first wildcard; without one the folder of its file.</summary>
    private static IEnumerable<string> Folders(string content, string own, IReadOnlyDictionary<string, string> part)
    {
        if (part.GetValueOrDefault("target.path") is not { } target)
            return [own];
        return target.Trim('{', '}', ' ').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(glob =>
        {
            var path = glob.TrimStart('/');
            var wild = path.IndexOfAny(['*', '?', '{']);
            path = wild < 0 ? path : path[..wild];
            return content + (path.Length == 0 || path.EndsWith('/') ? path : path + "/");
        });
    }
}
