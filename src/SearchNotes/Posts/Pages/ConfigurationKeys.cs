using SearchNotes.Posts.Keys;

namespace SearchNotes.Posts.Pages;

/// <summary>The keys of a configuration file, the inner ones with dots: <c>markup.goldmark.parser.autoHeadingIDType</c>. Case does not
/// count.</summary>
internal sealed class ConfigurationKeys
{
    private readonly Dictionary<string, FrontMatterEntry> keys = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationKeys(IEnumerable<FrontMatterEntry> entries)
    {
        foreach (var entry in entries)
            keys[entry.Key] = entry;
    }

    /// <summary>Why it was read line by line, so that nested keys may be missing; <see langword="null"/> when all of it was
    /// understood.</summary>
    internal string? Problem { get; private init; }

    /// <summary>The value of a key; <see langword="null"/> when it is missing or empty.</summary>
    internal string? this[string key] =>
        keys.TryGetValue(key, out var entry) && entry.Text.Trim() is { Length: > 0 } text && text is not ("~" or "null") ? text : null;

    /// <summary>Reads YAML; what does not parse, line by line.</summary>
    internal static ConfigurationKeys OfYaml(string text)
    {
        var entries = YamlEntries.Read(text, 1, out var problem, numbersItems: true);
        return new(entries ?? LineEntries.Read(text, 1, ':')) { Problem = entries is null ? problem : null };
    }

    /// <summary>Reads TOML; what does not parse, line by line.</summary>
    internal static ConfigurationKeys OfToml(string text) => new(TomlEntries.Read(text, 1, out _) ?? LineEntries.Read(text, 1, '='));

    /// <summary>Whether any of the keys is there, with or without a value.</summary>
    internal bool HasAny(params string[] keys) => Array.Exists(keys, this.keys.ContainsKey);

    /// <summary>The keys below another, by what follows its dot.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Below(string key) =>
        keys.Where(k => k.Key.StartsWith(key + ".", StringComparison.OrdinalIgnoreCase))
        .Select(k => KeyValuePair.Create(k.Key[(key.Length + 1)..], k.Value.Text));
}
