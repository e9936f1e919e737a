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

    /// <summary>Returns the items of a list, or the single value as one item.</summary>
    internal IReadOnlyList<string> Items(string key) =>
        !keys.TryGetValue(key, out var entry) ? [] : entry.Items ?? (this[key] is { } single ? [single] : []);

    /// <summary>Returns these keys merged with those of another file, which take precedence.</summary>
    /// <param name="other">The other file's keys.</param>
    /// <param name="prefix">The key in which they are nested, with a dot at its end; empty for top-level keys.</param>
    internal ConfigurationKeys With(ConfigurationKeys other, string prefix = "") =>
        new(keys.Values.Concat(other.keys.Values.Select(entry => entry with { Key = prefix + entry.Key })))
        {
            Problem = Problem
            ?? other.Problem
        };

    /// <summary>Reads TOML, YAML or JSON, by the ending of the file's name.</summary>
    internal static ConfigurationKeys Of(string file, string text) =>
        file.EndsWith(".toml", StringComparison.Ordinal) ? OfToml(text) : OfYaml(text);

    /// <summary>Reads YAML; invalid YAML is read line by line.</summary>
    internal static ConfigurationKeys OfYaml(string text)
    {
        var entries = YamlEntries.Read(text, 1, out var problem, numbersItems: true);
        return new(entries ?? LineEntries.Read(text, 1, ':')) { Problem = entries is null ? problem : null };
    }

    /// <summary>Reads TOML; invalid TOML is read line by line.</summary>
    internal static ConfigurationKeys OfToml(string text) =>
        new(TomlEntries.Read(text, 1, out _, numbersItems: true) ?? LineEntries.Read(text, 1, '='));

    /// <summary>Whether any of the keys is present, with or without a value.</summary>
    internal bool HasAny(params string[] keys) => Array.Exists(keys, this.keys.ContainsKey);

    /// <summary>Returns the keys nested in another key, without its prefix.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Below(string key) =>
        keys.Where(k => k.Key.StartsWith(key + ".", StringComparison.OrdinalIgnoreCase))
        .Select(k => KeyValuePair.Create(k.Key[(key.Length + 1)..], k.Value.Text));
}
