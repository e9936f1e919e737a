using SearchNotes.Posts;
using SearchNotes.Posts.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SearchNotes.Talks;

/// <summary>Reads <c>speakers.yaml</c> from the parser's events, so that nothing in it is ever expanded.</summary>
internal static class SpeakerAliasesFile
{
    /// <summary>The file's name in the corpus folder.</summary>
    internal const string Name = "speakers.yaml";

    /// <summary>A larger file is not read.</summary>
    internal const int MaxBytes = 1 << 20;

    /// <summary>Reads a file. What cannot be read is left out with a warning.</summary>
    internal static (IReadOnlyList<KnownPerson> People, IReadOnlyList<Warning> Warnings) Read(UntrustedBytes file) =>
        file.Bytes is { } bytes ? Parse(PostText.Decode(bytes).Text)
            : file.Problem is { } problem ? ([], [new Warning(0, $"{Name} is not read: {problem}.")])
            : ([], []);

    /// <summary>Reads the text of a file.</summary>
    internal static (IReadOnlyList<KnownPerson> People, IReadOnlyList<Warning> Warnings) Parse(string yaml)
    {
        var people = new List<KnownPerson>();
        var warnings = new List<Warning>();
        if (Bracket.NestDeeperThan(4, yaml))
            return ([], [new Warning(0, $"{Name} nests too deeply; it is not read.")]);
        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _))
                ReadList(parser, people, warnings);
        }
        catch (YamlException e)
        {
            // The parser has no other way to say that a text is not YAML. The persons above the fault are kept.
            warnings.Add(new Warning((int)Math.Max(1, e.Start.Line), $"{Name} does not parse from here on; what stands above is used."));
        }

        return (people, warnings);
    }

    private static void ReadList(Parser parser, List<KnownPerson> people, List<Warning> warnings)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            warnings.Add(new Warning(1, $"{Name} is not a list of persons; it is not used."));
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var line = (int)parser.Current!.Start.Line; // Current is set as long as the sequence has not ended.
            if (!parser.TryConsume<MappingStart>(out _))
            {
                parser.SkipThisAndNestedEvents();
                warnings.Add(new Warning(line, "An entry is no person with a name; it is left out."));
            }
            else if (ReadPerson(parser) is { } person)
            {
                people.Add(WithWebPage(person, line, warnings));
            }
            else
            {
                warnings.Add(new Warning(line, "A person has no name; the entry is left out."));
            }
        }
    }

    /// <summary>Without a page that a link must not lead to.</summary>
    private static KnownPerson WithWebPage(KnownPerson person, int line, List<Warning> warnings)
    {
        if (person.Url is null || WebAddress.Of(person.Url) is not null)
            return person;
        warnings.Add(new Warning(line, $"The url of {person.Name} does not begin with https:// or http://; it is left out."));
        return person with { Url = null };
    }

    private static KnownPerson? ReadPerson(Parser parser)
    {
        var name = "";
        string? url = null;
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
                default:
                    break;
            }
        }

        return name.Length == 0 ? null : new KnownPerson(name, aliases, url);
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
