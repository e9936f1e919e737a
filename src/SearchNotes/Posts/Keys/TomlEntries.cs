using Tomlyn;
using Tomlyn.Parsing;

namespace SearchNotes.Posts.Keys;

/// <summary>Reads the keys of TOML front matter from parser events.</summary>
internal sealed class TomlEntries
{
    private const int MaxDepth = 8;

    private readonly FrontMatterEntries entries = new();
    private readonly TomlParser parser;
    private readonly string toml;
    private readonly int lineOffset;

    private readonly bool numbersItems;

    private TomlEntries(string toml, int firstLine, bool numbersItems)
    {
        this.numbersItems = numbersItems;
        parser = TomlParser.Create(toml, new TomlParserOptions { Mode = TomlParserMode.Tolerant }, new TomlSerializerOptions());
        this.toml = toml;
        lineOffset = firstLine - 1;
    }

    /// <summary>Returns the keys, or <see langword="null"/> and the reason if the text is not valid TOML.</summary>
    /// <param name="toml">The text.</param>
    /// <param name="firstLine">Its first line in the file, from 1.</param>
    /// <param name="problem">The reason.</param>
    /// <param name="numbersItems">Whether keys of list items are kept, with the items numbered from 0.</param>
    internal static IReadOnlyList<FrontMatterEntry>? Read(string toml, int firstLine, out string? problem, bool numbersItems = false)
    {
        problem = BracketNesting.DepthExceeds(MaxDepth, toml) ? "it is nested too deeply" : null;
        if (problem is not null)
            return null;

        var reading = new TomlEntries(toml, firstLine, numbersItems);
        try
        {
            problem = reading.ReadDocument();
        }
        catch (TomlException e)
        {
            // Even in tolerant mode the parser throws on some invalid TOML.
            problem = $"line {reading.lineOffset + Math.Max(1, e.Line ?? 1)} does not parse";
        }

        return problem is null ? reading.entries.All : null;
    }

    private string? ReadDocument()
    {
        string? problem = null;
        while (problem is null && parser.MoveNext())
            problem = parser.Current.Kind == TomlParseEventKind.StartTable ? ReadKeys("", 1) : null;
        return parser.HasErrors ? $"line {lineOffset + parser.Diagnostics.First().Span.Start.Line + 1} does not parse" : problem;
    }

    private string? ReadKeys(string prefix, int depth)
    {
        string? problem = null;
        while (problem is null && parser.MoveNext() && parser.Current.Kind == TomlParseEventKind.PropertyName)
        {
            var (key, line) = (prefix + parser.GetPropertyName(), lineOffset + parser.Current.Line);
            if (parser.MoveNext())
                problem = ReadValue(key, line, depth);
        }

        return problem;
    }

    private string? ReadValue(string key, int line, int depth)
    {
        var first = entries.Count;
        string? problem = null;
        if (depth > MaxDepth)
            return "it is nested too deeply";

        switch (parser.Current.Kind)
        {
            case TomlParseEventKind.String:
                entries.Add(key, line, parser.GetString());
                break;
            case TomlParseEventKind.StartArray:
                for (var item = 0; problem is null && parser.MoveNext() && parser.Current.Kind != TomlParseEventKind.EndArray; item++)
                {
                    problem = ReadValue(numbersItems && parser.Current.Kind == TomlParseEventKind.StartTable
                        ? FormattableString.Invariant($"{key}.{item}") : key, line, depth + 1);
                }

                entries.CloseList(key, line, first, numbersItems);
                break;
            case TomlParseEventKind.StartTable:
                problem = ReadKeys(key + ".", depth + 1);
                if (numbersItems && entries.Count == first)
                    entries.Add(key, line, "");
                entries.CloseNested(key, first);
                break;
            // If a text ends inside a value, the parser returns a span that extends past the end.
            case var _ when parser.Current.Span is { } span && span.Offset >= 0 && span.Offset + span.Length <= toml.Length:
                // Numbers, dates and Booleans are kept as written.
                entries.Add(key, line, toml.Substring(span.Offset, span.Length));
                break;
            default:
                return "it ends unexpectedly";
        }

        return problem;
    }
}
