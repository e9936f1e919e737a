using SearchNotes.Posts;
using SearchNotes.Posts.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SearchNotes.Talks;

/// <summary>Reads <c>speakers.yaml</c>. It consumes the parser's events, so that no alias in the file is expanded.</summary>
internal static class SpeakerAliasesFile
{
    /// <summary>The file's name in the corpus folder.</summary>
    internal const string Name = "speakers.yaml";

    /// <summary>Maximum size of the file. A larger file is not read.</summary>
    internal const int MaxBytes = 1 << 20;

    /// <summary>Reads a file. Entries that cannot be read are skipped with a warning.</summary>
    internal static (IReadOnlyList<KnownPerson> People, IReadOnlyList<Warning> Warnings) Read(UntrustedBytes file) =>
        file.Bytes is { } bytes ? Parse(PostText.Decode(bytes).Text)
            : file.Problem is { } problem ? ([], [new Warning(0, $"{Name} is not read: {problem}.")])
            : ([], []);

    /// <summary>Reads the text of a file.</summary>
    internal static (IReadOnlyList<KnownPerson> People, IReadOnlyList<Warning> Warnings) Parse(string yaml)
    {
        var people = new List<KnownPerson>();
        var warnings = new List<Warning>();
        if (BracketNesting.DepthExceeds(4, yaml))
            return ([], [new Warning(0, $"{Name} is nested too deeply; it is not read.")]);
        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _))
                ReadList(parser, people, warnings);
        }
        catch (YamlException e)
        {
            // The parser reports invalid YAML only as an exception. The persons above the error are kept.
            warnings.Add(new Warning((int)Math.Max(1, e.Start.Line), $"{Name} is not valid YAML from here on; the entries above are used."));
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
                warnings.Add(new Warning(line, "An entry is not a person with a name; it is skipped."));
            }
            else if (ReadPerson(parser) is { } person)
            {
                people.Add(WithWebPage(person, line, warnings));
            }
            else
            {
                warnings.Add(new Warning(line, "A person has no name; the entry is skipped."));
            }
        }
    }

    /// <summary>Returns the person without a URL that is not a web address.</summary>
    private static KnownPerson WithWebPage(KnownPerson person, int line, List<Warning> warnings)
    {
        if (person.Url is null || WebAddress.Of(person.Url) is not null)
            return person;
        warnings.Add(new Warning(line, $"The url of {person.Name} does not begin with https:// or http://; it is ignored."));
        return person with { Url = null };
    }

    private static KnownPerson? ReadPerson(Parser parser)
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

        return name.Length == 0 ? null : new KnownPerson(name, aliases, url, isHidden);
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
