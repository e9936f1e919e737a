namespace SearchNotes.Posts.Keys;

/// <summary>Result of reading the front matter of a file.</summary>
/// <param name="FrontMatter">The front matter.</param>
/// <param name="BodyStart">Index of the first character of the Markdown.</param>
/// <param name="BodyLine">The line of <paramref name="BodyStart"/>, from 1.</param>
/// <param name="Warnings">Problems found.</param>
/// <param name="OddDate">An invalid or ambiguous date, or <see langword="null"/>. The post reader decides how to handle it.</param>
/// <param name="LanguageLine">The line of the language key, or 0.</param>
internal sealed record FrontMatterReading(
    FrontMatter FrontMatter, int BodyStart, int BodyLine, IReadOnlyList<Warning> Warnings, OddDate? OddDate = null, int LanguageLine = 0);

/// <summary>Reads front matter of every dialect. Never fails: unreadable front matter becomes a warning.</summary>
internal static class FrontMatterReader
{
    /// <summary>Reads the front matter of a text.</summary>
    /// <param name="text">The whole file, with <c>\n</c> line ends.</param>
    /// <param name="maxCharacters">Longer front matter is skipped with a warning.</param>
    /// <param name="isYaml">Whether the text between hyphens is YAML. In Pelican, each line is a key and its value.</param>
    internal static FrontMatterReading Read(string text, int maxCharacters, bool isYaml = true)
    {
        var block = FrontMatterBlock.Find(text);
        if (block.Dialect == FrontMatterDialect.None)
            return new FrontMatterReading(FrontMatter.Empty, 0, 1, []);

        var warnings = new List<Warning>();
        if (!block.IsClosed)
        {
            warnings.Add(
                new Warning(block.FirstLine - 1, $"The front matter is not closed; it is taken to end before line {block.BodyLine}."));
        }

        var entries = Entries(text, block, maxCharacters, isYaml, warnings);
        var builder = new FrontMatterBuilder(entries, warnings);
        return new FrontMatterReading(builder.Build(block.Dialect), block.BodyStart, block.BodyLine, warnings, builder.OddDate,
            builder.LanguageLine);
    }

    /// <summary>Returns the keys of the front matter of a text, not interpreted.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="maxCharacters">Longer front matter is skipped.</param>
    internal static IReadOnlyList<FrontMatterEntry> Keys(string text, int maxCharacters)
    {
        var block = FrontMatterBlock.Find(text);
        return block.Dialect == FrontMatterDialect.None ? [] : Entries(text, block, maxCharacters, isYaml: true, [], numbersItems: true);
    }

    private static IReadOnlyList<FrontMatterEntry> Entries(string text, FrontMatterBlock block, int maxCharacters, bool isYaml,
        List<Warning> warnings, bool numbersItems = false)
    {
        if (block.End - block.Start > maxCharacters)
        {
            warnings.Add(new Warning(block.FirstLine, $"The front matter is longer than {maxCharacters} characters; it is not read."));
            return [];
        }

        var written = text[block.Start..block.End];
        string? problem = null;
        var entries = block.Dialect switch
        {
            FrontMatterDialect.Yaml or FrontMatterDialect.YamlWithoutOpening or FrontMatterDialect.Json when isYaml =>
                YamlEntries.Read(written, block.FirstLine, out problem, numbersItems),
            FrontMatterDialect.Toml => TomlEntries.Read(written, block.FirstLine, out problem, numbersItems),
            FrontMatterDialect.Pandoc => PandocEntries.Read(written, block.FirstLine),
            _ => LineEntries.Read(written, block.FirstLine, ':'),
        };
        if (entries is not null)
            return entries;

        // Text without an opening fence may not be meant as YAML: Pelican accepts "Title: a: b" as it is.
        var isToml = block.Dialect == FrontMatterDialect.Toml;
        if (block.Dialect != FrontMatterDialect.YamlWithoutOpening)
        {
            warnings.Add(
                new Warning(block.FirstLine,
                    $"The front matter is not valid {(isToml ? "TOML" : "YAML")} ({problem}); it is read line by line."));
        }
        return LineEntries.Read(written, block.FirstLine, isToml ? '=' : ':');
    }
}
