using System.Globalization;
using SearchNotes.Posts.Dates;

namespace SearchNotes.Posts.Keys;

/// <summary>Interprets the keys of front matter.</summary>
internal sealed class FrontMatterBuilder
{
    // A description as long as a post is useless, and every later step would pay for it.
    private const int MaxCharacters = 4096;

    private static readonly string[] PublishedStates = ["publish", "published", "public", "live"];

    private static readonly string[] SplitModes = ["headings", "one", "none", "auto"];

    private readonly IReadOnlyList<FrontMatterEntry> entries;
    private readonly List<Warning> warnings;
    private readonly Dictionary<string, FrontMatterEntry> byKey = new(StringComparer.Ordinal);

    /// <summary>Indexes the entries by key. Warnings are added to the list.</summary>
    internal FrontMatterBuilder(IReadOnlyList<FrontMatterEntry> entries, List<Warning> warnings)
    {
        (this.entries, this.warnings) = (entries, warnings);

        // If a key is repeated, the last value wins, as in Jekyll. A title takes precedence over params.title.
        foreach (var entry in entries.Where(e => Text(e.Text) is not null)
            .OrderBy(e => e.Key.Contains('.', StringComparison.Ordinal) ? 0 : 1))
        {
            byKey[FrontMatterKeys.Fold(entry.Key)] = entry;
        }
    }

    /// <summary>An invalid or ambiguous date, or <see langword="null"/>. Set by <see cref="Build"/>.</summary>
    internal OddDate? OddDate { get; private set; }

    /// <summary>The line of the language key, or 0.</summary>
    internal int LanguageLine => First(FrontMatterKeys.Language)?.Line ?? 0;

    /// <summary>Returns the front matter.</summary>
    internal FrontMatter Build(FrontMatterDialect dialect) => new()
    {
        Dialect = dialect,
        Title = Plain(FrontMatterKeys.Title),
        Date = ReadDate(),
        Tags = ReadTags(),
        Location = Plain(FrontMatterKeys.Place) ?? Joined(FrontMatterKeys.PlaceParts),
        Event = Plain(FrontMatterKeys.Event),
        EventDate = First(FrontMatterKeys.EventDate) is { } day ? PostDate.Read(day.Text).Day : null,
        Excerpt = Plain(FrontMatterKeys.Excerpt),
        Speakers = Names(FrontMatterKeys.Speakers),
        Authors = Names(FrontMatterKeys.Authors),
        Language = Text(First(FrontMatterKeys.Language)?.Text),
        Layout = Text(First(FrontMatterKeys.Layout)?.Text),
        Permalink = ReadPermalink(),
        Slug = Text(First(FrontMatterKeys.PageSlug)?.Text),
        UnpublishedReason = ReadUnpublishedReason(),
        Talks = ReadTalks(),
        TalkLevel = ReadTalkLevel(),
        Keys = ReadKeys(),
    };

    private FrontMatterEntry? First(string[] names) =>
        Array.Find(names, byKey.ContainsKey) is { } name ? byKey[name] : null;

    private string? Plain(string[] names) => Plain(First(names));

    private static string? Plain(FrontMatterEntry? entry) =>
        entry is null ? null : Text(OnOneLine(PlainText.Of(entry.Text.Length > MaxCharacters ? entry.Text[..MaxCharacters] : entry.Text)));

    private static string OnOneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private string? Joined(string[] names) =>
        Text(string.Join(", ", names.Select(name => Plain([name])).Where(text => text is not null)
            .Distinct(StringComparer.OrdinalIgnoreCase)));

    /// <summary>Returns a trimmed value, or <see langword="null"/> if it is empty or a YAML null.</summary>
    private static string? Text(string? written) => written?.Trim() is { Length: > 0 } text && text is not ("~" or "null") ? text : null;

    private DateOnly? ReadDate()
    {
        foreach (var entry in FrontMatterKeys.Date.Where(byKey.ContainsKey).Select(name => byKey[name]))
        {
            var date = PostDate.Read(entry.Text);
            var isBoolean = ReadBoolean(entry.Text) is not null;
            if (!isBoolean && (date.Day is null || date.Doubt is not null))
                OddDate ??= new OddDate(entry.Line, entry.Text, date.Doubt);
            if (date.Day is not null)
                return date.Day;
        }

        return null;
    }

    private List<string> ReadTags()
    {
        // Jekyll, whose posts have a layout, accepts spaces as well as commas between tags.
        var spacesSeparate = First(FrontMatterKeys.Layout) is not null;
        return [.. entries
            .Where(e => FrontMatterKeys.Tags.Contains(FrontMatterKeys.Fold(e.Key)))
            .SelectMany(e => e.Items ?? SplitTags(e.Text, spacesSeparate))
            .Select(tag => PlainText.Of(tag).TrimStart('#'))
            .Where(tag => Text(tag) is not null)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string[] SplitTags(string text, bool spacesSeparate)
    {
        const StringSplitOptions clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        text = text.Trim();
        if (text is ['[', .., ']']) // A list in quotes.
            text = text[1..^1];
        spacesSeparate |= text.StartsWith('#'); // "#one #two"
        return text.AsSpan().IndexOfAny(",;、，") >= 0 || !spacesSeparate
            ? text.Split([',', ';', '、', '，'], clean)
            : text.Split(default(char[]), clean);
    }

    private IReadOnlyList<string> Names(string[] keys)
    {
        if (First(keys) is not { } entry)
            return [];
        return [.. (entry.Items ?? entry.Text.Split(';')).Select(PlainText.Of).Where(name => Text(name) is not null)
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Returns the page's address. A <c>url</c> of another site (slides, video) is ignored.</summary>
    private string? ReadPermalink()
    {
        foreach (var name in FrontMatterKeys.Permalink)
        {
            if (byKey.TryGetValue(name, out var entry) && (name == "permalink" || !entry.Text.Contains("://", StringComparison.Ordinal)))
                return Text(entry.Text);
        }

        return null;
    }

    private string? ReadUnpublishedReason()
    {
        if (First(FrontMatterKeys.Draft) is { } draft && ReadBoolean(draft.Text) == true)
            return $"{draft.Key}: {draft.Text}";
        if (First(FrontMatterKeys.Published) is { } published && ReadBoolean(published.Text) == false)
            return $"{published.Key}: {published.Text}";
        return First(FrontMatterKeys.Status) is { } status
            && !PublishedStates.Contains(status.Text.Trim(), StringComparer.OrdinalIgnoreCase)
            ? $"{status.Key}: {status.Text}"
            : null;
    }

    private string? ReadTalks()
    {
        // A list under "talks" is the blogger's own data.
        if (First(FrontMatterKeys.Talks) is not { Items: null } entry)
            return null;
        if (SplitModes.Contains(entry.Text.Trim().ToLowerInvariant()))
            return entry.Text.Trim().ToLowerInvariant();

        warnings.Add(
            new Warning(entry.Line, $"talks \"{entry.Text}\" is not headings, one, none or auto; it is ignored."));
        return null;
    }

    private int? ReadTalkLevel()
    {
        if (First(FrontMatterKeys.TalkLevel) is not { } entry)
            return null;
        if (int.TryParse(entry.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 6)
            return level;

        warnings.Add(new Warning(entry.Line, $"talk_level \"{entry.Text}\" is not a level from 1 to 6; it is ignored."));
        return null;
    }

    private Dictionary<string, string> ReadKeys()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            keys[entry.Key.ToLowerInvariant()] = entry.Text;
        return keys;
    }

    private static bool? ReadBoolean(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => null,
    };
}
