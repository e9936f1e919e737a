using System.Globalization;
using System.Text.Json;
using SearchNotes.Api;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>A value of a setting, with its source for error messages.</summary>
internal sealed class SettingValue
{
    private readonly string name;
    private readonly string? text;
    private readonly JsonElement json;

    private SettingValue(string name, string folder, string? text, JsonElement json) =>
        (this.name, Folder, this.text, this.json) = (name, folder, text, json);

    /// <summary>The folder that relative paths in the value start from.</summary>
    public string Folder { get; }

    /// <summary>Creates a value from a flag or an environment variable.</summary>
    /// <param name="name">The name in messages: <c>--corpus</c>, <c>SEARCHNOTES_CORPUS</c>.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="text">The value.</param>
    public static SettingValue Typed(string name, string folder, string text) => new(name, folder, text, default);

    /// <summary>Creates a value from a settings file.</summary>
    /// <param name="name">File and key for messages: <c>searchnotes.json: "corpus"</c>.</param>
    /// <param name="folder">The file's folder.</param>
    /// <param name="json">The value.</param>
    public static SettingValue InFile(string name, string folder, JsonElement json) =>
        new(name, folder, json.ValueKind == JsonValueKind.String ? json.GetString() : null, json);

    /// <summary>Returns the value as non-blank text.</summary>
    public string Text() => string.IsNullOrWhiteSpace(text) ? throw Wrong("text") : text.Trim();

    /// <summary>Returns the value as an absolute path.</summary>
    public string Path() =>
        Text() is var text && !text.Contains('\0', StringComparison.Ordinal)
        ? System.IO.Path.GetFullPath(text, Folder) : throw Wrong("a path");

    /// <summary>Returns the value as a Boolean.</summary>
    public bool Flag() => (json.ValueKind, text?.ToLowerInvariant()) switch
    {
        (JsonValueKind.True, _) or (_, "true" or "1" or "yes") => true,
        (JsonValueKind.False, _) or (_, "false" or "0" or "no") => false,
        _ => throw Wrong("true or false"),
    };

    /// <summary>Returns the value as an integer in a range.</summary>
    public int Whole(SettingRange range)
    {
        var read = json.ValueKind == JsonValueKind.Number ? json.TryGetInt32(out var number)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return read && range.Contains(number) ? number
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a whole number from {range.Min} to {range.Max}"));
    }

    /// <summary>Returns the value as a list of texts: a JSON array, or text separated by commas.</summary>
    public IReadOnlyList<string> Texts() => json.ValueKind switch
    {
        JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. json.EnumerateArray().Select(item => item.GetString()!.Trim()).Where(item => item.Length > 0)],
        _ when text is not null => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => throw Wrong("text or a list of texts"),
    };

    /// <summary>Returns the entry of a table that the value names.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words) =>
        text is not null && words.TryGetValue(text.Trim().ToLowerInvariant(), out var value)
        ? value
        : throw Wrong($"one of {string.Join(", ", words.Keys)}");

    /// <summary>Returns the value as an http or https URL.</summary>
    public string Address() => IsAddress(Text()) ? Text() : throw Wrong("an address such as https://blog.example");

    /// <summary>Returns the value as URLs to listen on: a JSON array, or text separated by semicolons.</summary>
    public IReadOnlyList<string> Addresses()
    {
        var addresses = text?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? Texts();
        return addresses.Count > 0 && addresses.All(IsAddress) ? addresses : throw Wrong("an address such as http://localhost:5080");
    }

    /// <summary>Returns the value as a selection of posts: an object with the lists <c>tags</c> and <c>categories</c>, or text such as
    /// <c>tag:private, category:diary</c>.</summary>
    public PostSelection Posts()
    {
        if (text is not null)
        {
            var named = Texts().Select(item => item.Split(':', 2, StringSplitOptions.TrimEntries)).ToLookup(
                pair => pair is ["category", _] ? "category" : pair is ["tag", _] ? "tag"
                    : throw Wrong("a list such as tag:private, category:diary"),
                pair => pair[1]);
            return new PostSelection([.. named["tag"]], [.. named["category"]]);
        }

        var (tags, categories) = ((IReadOnlyList<string>)[], (IReadOnlyList<string>)[]);
        foreach (var member in Members())
        {
            var list = InFile($"{name}.{member.Name}", Folder, member.Value).Texts();
            if (member.NameEquals("tags"))
                tags = list;
            else if (member.NameEquals("categories"))
                categories = list;
            else
                throw Wrong("an object with the lists tags and categories");
        }

        return new PostSelection(tags, categories);
    }

    /// <summary>Returns the value as synonyms: an object such as <c>{ "postgres": ["postgresql"], "golang": ["&gt; go"] }</c>, where a sign
    /// in front of a value makes a rule one-way, or text such as <c>postgres = postgresql, golang &gt; go</c>.</summary>
    public IReadOnlyList<SynonymRule> Synonyms() => Rules(
        SynonymRule.Parse,
        (searched, found) => SynonymRule.Of(searched, found.TrimStart('>'), isTwoWay: !found.StartsWith('>')),
        SynonymRule.MaxRules,
        $"words with their synonyms, each of at most {SynonymRule.MaxWords} words and {SynonymRule.MaxCharacters} characters");

    /// <summary>Returns the value as best bets: an object such as <c>{ "conduct": "Our rules &lt;/conduct/&gt;", "keynote": ["ID"] }</c>, or
    /// text such as <c>conduct &gt; Our rules &lt;/conduct/&gt;, keynote &gt; ID</c>.</summary>
    public IReadOnlyList<BestBetRule> BestBets() => Rules(
        BestBetRule.Parse, BestBetRule.Of, BestBetRule.MaxRules, "queries, each with the id of a talk or a page as TITLE <ADDRESS>");

    /// <summary>Returns the value as rules: an object whose members have a text or a list of texts, or a text of rules.</summary>
    private IReadOnlyList<T> Rules<T>(Func<string, T?> parse, Func<string, string, T?> make, int max, string what)
        where T : class
    {
        var rules = text is not null
            ? [.. Texts().Select(parse)]
            : Members().SelectMany(member => InFile($"{name}.{member.Name}", Folder, member.Value).Texts()
                .Select(value => make(member.Name, value))).ToList();
        return rules.Count <= max && rules.TrueForAll(rule => rule is not null)
            ? [.. rules.OfType<T>()] : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"at most {max} {what}"));
    }

    /// <summary>Returns the members of a JSON object.</summary>
    public IEnumerable<JsonProperty> Members() =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw Wrong("an object in braces");

    // Servers may listen on the hosts * and +, which Uri does not accept.
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
