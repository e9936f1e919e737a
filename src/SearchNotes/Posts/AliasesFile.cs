using SearchNotes.Posts.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SearchNotes.Posts;

/// <summary>Reads a file with other spellings of names. It consumes the parser's events, so that no YAML alias in the file is
/// expanded.</summary>
/// <param name="name">The file's name in the corpus folder.</param>
/// <param name="entry">What an entry is: "person" or "event".</param>
internal sealed class AliasesFile(string name, string entry)
{
    /// <summary>Maximum size of a file. A larger file is not read.</summary>
    internal const int MaxBytes = 1 << 20;

    /// <summary>The file with the names of entries.</summary>
    internal static AliasesFile Speakers { get; } = new("speakers.yaml", "person");

    /// <summary>The file with the names of events.</summary>
    internal static AliasesFile Events { get; } = new("events.yaml", "event");

    /// <summary>The file's name in the corpus folder.</summary>
    internal string Name => name;

    /// <summary>Reads the file of a corpus. Entries that cannot be read are skipped with a warning.</summary>
    internal (IReadOnlyList<AliasEntry> Entries, IReadOnlyList<Warning> Warnings) Read(UntrustedBytes file) =>
        file.Bytes is { } bytes ? Parse(PostText.Decode(bytes).Text)
            : file.Problem is { } problem ? ([], [new Warning(0, $"{name} is not read: {problem}.")])
            : ([], []);

    /// <summary>Reads the text of a file.</summary>
    internal (IReadOnlyList<AliasEntry> Entries, IReadOnlyList<Warning> Warnings) Parse(string yaml)
    {
        var entries = new List<AliasEntry>();
        var warnings = new List<Warning>();
        if (BracketNesting.DepthExceeds(4, yaml))
            return ([], [new Warning(0, $"{name} is nested too deeply; it is not read.")]);
        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _))
                ReadList(parser, entries, warnings);
        }
        catch (YamlException e)
        {
            // The parser reports invalid YAML only as an exception. The persons above the error are kept.
            warnings.Add(new Warning((int)Math.Max(1, e.Start.Line), $"{name} is not valid YAML from here on; the entries above are used."));
        }

        return (entries, warnings);
    }

    private void ReadList(Parser parser, List<AliasEntry> entries, List<Warning> warnings)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            warnings.Add(new Warning(1, $"{name} is not a list of {entry}s; it is not used."));
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var line = (int)parser.Current!.Start.Line; // Current is set as long as the sequence has not ended.
            if (!parser.TryConsume<MappingStart>(out _))
            {
                parser.SkipThisAndNestedEvents();
                warnings.Add(new Warning(line, $"An entry is not {WithArticle} with a name; it is skipped."));
            }
            else if (ReadEntry(parser) is { } read)
            {
                entries.Add(WithWebPage(read, line, warnings));
            }
            else
            {
                warnings.Add(new Warning(line, $"{char.ToUpperInvariant(WithArticle[0])}{WithArticle[1..]} has no name; the entry is skipped."));
            }
        }
    }

    private string WithArticle => entry == "event" ? "an event" : $"a {entry}";

    /// <summary>Returns the entry without a URL that is not a web address.</summary>
    private static AliasEntry WithWebPage(AliasEntry read, int line, List<Warning> warnings)
    {
        if (read.Url is null || WebAddress.Of(read.Url) is not null)
            return read;
        warnings.Add(new Warning(line, $"The url of {read.Name} does not begin with https:// or http://; it is ignored."));
        return read with { Url = null };
    }

    private static AliasEntry? ReadEntry(Parser parser)
    {
        var name = "";
        string? url = null;
        var isHidden = false;
        List<string> aliases = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.TryConsume<Scalar>(out var scalar) ? scalar.Value : Skip(parser);
            var values = ReadValues(parser);
            if (values.Count == 0)
                continue;
            switch (key)
            {
                case "name":
                    name = values[0].Trim();
                    break;
                case "aliases" or "alias":
                    aliases = values;
                    break;
                case "url":
                    url = values[0];
                    break;
                case "hide":
                    isHidden = values[0].Trim().ToLowerInvariant() is "true" or "yes" or "on";
                    break;
                default:
                    break;
            }
        }

        return name.Length == 0 ? null : new AliasEntry(name, aliases, url, isHidden);
    }

    private static string Skip(Parser parser)
    {
        parser.SkipThisAndNestedEvents();
        return "";
    }

    private static List<string> ReadValues(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var one))
            return [one.Value];
        List<string> values = [];
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return values;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var value))
                values.Add(value.Value);
            else
                parser.SkipThisAndNestedEvents();
        }

        return values;
    }
}
