using System.Globalization;
using System.Text.Json;

namespace SearchNotes.Cli.Settings;

/// <summary>One value that somebody set, with its place, so that a wrong one can be named.</summary>
internal sealed class SettingValue
{
    private readonly string name;
    private readonly string? text;
    private readonly JsonElement json;

    private SettingValue(string name, string folder, string? text, JsonElement json) =>
        (this.name, Folder, this.text, this.json) = (name, folder, text, json);

    /// <summary>The folder that relative paths in it start from.</summary>
    public string Folder { get; }

    /// <summary>A value typed as a flag or kept in a variable.</summary>
    /// <param name="name">How a person finds it: <c>--corpus</c>, <c>SEARCHNOTES_CORPUS</c>.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="text">The value.</param>
    public static SettingValue Typed(string name, string folder, string text) => new(name, folder, text, default);

    /// <summary>A value of a settings file.</summary>
    /// <param name="name">File and key: <c>searchnotes.json: "corpus"</c>.</param>
    /// <param name="folder">The file's folder.</param>
    /// <param name="json">The value.</param>
    public static SettingValue InFile(string name, string folder, JsonElement json) =>
        new(name, folder, json.ValueKind == JsonValueKind.String ? json.GetString() : null, json);

    /// <summary>A text that is not blank.</summary>
    public string Text() => string.IsNullOrWhiteSpace(text) ? throw Wrong("a text") : text.Trim();

    /// <summary>A folder, made absolute.</summary>
    public string Path() =>
        Text() is var text && !text.Contains('\0', StringComparison.Ordinal)
        ? System.IO.Path.GetFullPath(text, Folder) : throw Wrong("a path");

    /// <summary>Yes or no.</summary>
    public bool Flag() => (json.ValueKind, text?.ToLowerInvariant()) switch
    {
        (JsonValueKind.True, _) or (_, "true" or "1" or "yes") => true,
        (JsonValueKind.False, _) or (_, "false" or "0" or "no") => false,
        _ => throw Wrong("true or false"),
    };

    /// <summary>A whole number of a range.</summary>
    public int Whole(int least, int most)
    {
        var read = json.ValueKind == JsonValueKind.Number ? json.TryGetInt32(out var number)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return read && number >= least && number <= most ? number
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
    }

    /// <summary>Several texts: a list in a file, else with commas between them.</summary>
    public IReadOnlyList<string> Texts() => json.ValueKind switch
    {
        JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. json.EnumerateArray().Select(item => item.GetString()!.Trim()).Where(item => item.Length > 0)],
        _ when text is not null => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => throw Wrong("a text or a list of texts"),
    };

    /// <summary>A word of a table.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words) =>
        text is not null && words.TryGetValue(text.Trim().ToLowerInvariant(), out var value)
        ? value
        : throw Wrong($"one of {string.Join(", ", words.Keys)}");

    /// <summary>A web address.</summary>
    public string Address() => IsAddress(Text()) ? Text() : throw Wrong("an address such as https://blog.example");

    /// <summary>Addresses to listen on: a list in a file, else with semicolons between them.</summary>
    public IReadOnlyList<string> Addresses()
    {
        var addresses = text?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? Texts();
        return addresses.Count > 0 && addresses.All(IsAddress) ? addresses : throw Wrong("an address such as http://localhost:5080");
    }

    /// <summary>A JSON object's members.</summary>
    public IEnumerable<JsonProperty> Members() =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw Wrong("an object in braces");

    // Servers may listen on * and +, which no Uri holds.
    private static bool IsAddress(string address) =>
        Uri.TryCreate(address.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal),
            UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private SearchNotesException Wrong(string allowed)
    {
        var value = text is not null ? $"\"{text}\"" : json.ValueKind == JsonValueKind.Undefined ? "nothing" : json.GetRawText();
        return new SearchNotesException(Fault.Settings, $"{name} is {value}; it must be {allowed}.");
    }
}
