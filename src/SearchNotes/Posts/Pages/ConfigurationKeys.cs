using SearchNotes.Posts.Keys;

namespace SearchNotes.Posts.Pages;

/// <summary>The keys of a configuration file. Nested keys are joined by dots: <c>markup.goldmark.parser.autoHeadingIDType</c>. Keys are
/// case-insensitive.</summary>
internal sealed class ConfigurationKeys
{
    private readonly Dictionary<string, FrontMatterEntry> keys = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationKeys(IEnumerable<FrontMatterEntry> entries)
    {
        foreach (var entry in entries)
            keys[entry.Key] = entry;
    }

    /// <summary>Why the file was read line by line, in which case nested keys may be missing; <see langword="null"/> if it was
    /// parsed.</summary>
    internal string? Problem { get; private init; }

    /// <summary>The value of a key; <see langword="null"/> if it is missing or empty.</summary>
    internal string? this[string key] =>
        keys.TryGetValue(key, out var entry) && entry.Text.Trim() is { Length: > 0 } text && text is not ("~" or "null") ? text : null;

    /// <summary>Reads YAML; invalid YAML is read line by line.</summary>
    internal static ConfigurationKeys OfYaml(string text)
    {
        var entries = YamlEntries.Read(text, 1, out var problem, numbersItems: true);
        return new(entries ?? LineEntries.Read(text, 1, ':')) { Problem = entries is null ? problem : null };
    }

    /// <summary>Reads TOML; invalid TOML is read line by line.</summary>
    internal static ConfigurationKeys OfToml(string text) => new(TomlEntries.Read(text, 1, out _) ?? LineEntries.Read(text, 1, '='));

    /// <summary>Whether any of the keys is present, with or without a value.</summary>
    internal bool HasAny(params string[] keys) => Array.Exists(keys, this.keys.ContainsKey);

    /// <summary>Returns the keys nested in another key, without its prefix.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Below(string key) =>
        keys.Where(k => k.Key.StartsWith(key + ".", StringComparison.OrdinalIgnoreCase))
        .Select(k => KeyValuePair.Create(k.Key[(key.Length + 1)..], k.Value.Text));
}
