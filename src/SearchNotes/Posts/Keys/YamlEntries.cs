using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SearchNotes.Posts.Keys;

/// <summary>Reads the keys of YAML front matter from parser events, so that aliases are never expanded.</summary>
internal sealed class YamlEntries
{
    // Front matter has lists, and occasionally a list of people. Deeper nesting is rejected early.
    private const int MaxDepth = 8;

    private readonly FrontMatterEntries entries = new();
    private readonly Parser parser;
    private readonly int lineOffset;
    private readonly bool numbersItems;

    private YamlEntries(string yaml, int firstLine, bool numbersItems)
    {
        this.numbersItems = numbersItems;
        parser = new Parser(new StringReader(yaml));
        lineOffset = firstLine - 1;
    }

    /// <summary>Returns the keys, or <see langword="null"/> and the reason if the text is not valid YAML or contains references to other
    /// parts of itself.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">Its first line in the file, from 1.</param>
    /// <param name="problem">The reason.</param>
    /// <param name="numbersItems">Whether keys of list items are kept, with the items numbered from 0:
    /// <c>defaults.0.scope.path</c>.</param>
    internal static IReadOnlyList<FrontMatterEntry>? Read(string yaml, int firstLine, out string? problem, bool numbersItems = false)
    {
        problem = BracketNesting.DepthExceeds(MaxDepth, yaml) ? "it is nested too deeply" : null;
        if (problem is not null)
            return null;

        var reading = new YamlEntries(yaml, firstLine, numbersItems);
        try
        {
            problem = reading.ReadDocument();
        }
        catch (YamlException e)
        {
            // The parser reports invalid YAML only by throwing.
            problem = $"line {reading.lineOffset + Math.Max(1, e.Start.Line)} does not parse";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Some text makes the scanner throw other exceptions, such as an unclosed quote after a line without a colon or an invalid
            // tag URI.
            problem = "it does not parse";
        }

        return problem is null ? reading.entries.All : null;
    }

    private string? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;

        parser.Consume<DocumentStart>();
        if (parser.TryConsume<MappingStart>(out _))
            return ReadKeys("", 1);
        return parser.TryConsume<Scalar>(out var scalar) && scalar.Value.Length == 0 ? null : "it has no keys";
    }

    private string? ReadKeys(string prefix, int depth)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
                return "a key is not a plain value";
            if (ReadValue(prefix + key.Value, lineOffset + (int)key.Start.Line, depth) is { } problem)
                return problem;
        }

        return null;
    }

    private string? ReadValue(string key, int line, int depth)
    {
        var first = entries.Count;
        string? problem = null;
        if (depth > MaxDepth)
            return "it is nested too deeply";

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            entries.Add(key, line, scalar.Value);
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            for (var item = 0; problem is null && !parser.TryConsume<SequenceEnd>(out _); item++)
            {
                problem = ReadValue(numbersItems && parser.Accept<MappingStart>(out _)
                    ? FormattableString.Invariant($"{key}.{item}") : key, line, depth + 1);
            }
            entries.CloseList(key, line, first, numbersItems);
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            problem = ReadKeys(key + ".", depth + 1);
            if (numbersItems && entries.Count == first)
                entries.Add(key, line, "");
            entries.CloseNested(key, first);
        }
        else
        {
            problem = "it refers to another part of itself";
        }

        return problem;
    }
}
