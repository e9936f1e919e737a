namespace SearchNotes.Posts.Keys;

/// <summary>What reading the top of a file gave.</summary>
/// <param name="FrontMatter">The front matter.</param>
/// <param name="BodyStart">Where the Markdown begins.</param>
/// <param name="BodyLine">The line of <paramref name="BodyStart"/>, from 1.</param>
/// <param name="Warnings">What was odd.</param>
/// <param name="OddDate">A date that is none or leaves a doubt; the reader of the post knows what to do about it.</param>
/// <param name="LanguageLine">The line that names the language, or 0.</param>
internal sealed record FrontMatterReading(
    FrontMatter FrontMatter, int BodyStart, int BodyLine, IReadOnlyList<Warning> Warnings, OddDate? OddDate = null, int LanguageLine = 0);

/// <summary>A date that could not be taken as it stands.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Value">What is written.</param>
/// <param name="Doubt">What had to be supposed; <see langword="null"/> when it is no date at all.</param>
internal sealed record OddDate(int Line, string Value, string? Doubt);

/// <summary>Reads front matter of every dialect. Never fails: what cannot be read becomes a warning.</summary>
internal static class FrontMatterReader
{
    /// <summary>Reads the front matter of a text.</summary>
    /// <param name="text">The whole file, with <c>\n</c> line ends.</param>
    /// <param name="maxCharacters">Longer front matter is skipped with a warning.</param>
    internal static FrontMatterReading Read(string text, int maxCharacters)
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

        var entries = Entries(text, block, maxCharacters, warnings);
        var shaping = new FrontMatterShaping(entries, warnings);
        return new FrontMatterReading(shaping.Shape(block.Dialect), block.BodyStart, block.BodyLine, warnings, shaping.OddDate,
            shaping.LanguageLine);
    }

    private static IReadOnlyList<FrontMatterEntry> Entries(string text, FrontMatterBlock block, int maxCharacters, List<Warning> warnings)
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
            FrontMatterDialect.Yaml or FrontMatterDialect.YamlWithoutOpening => YamlEntries.Read(written, block.FirstLine, out problem),
            FrontMatterDialect.Toml => TomlEntries.Read(written, block.FirstLine, out problem),
            FrontMatterDialect.Pandoc => PandocEntries.Read(written, block.FirstLine),
            _ => LineEntries.Read(written, block.FirstLine, ':'),
        };
        if (entries is not null)
            return entries;

        // What has no opening fence may never have been meant as YAML: Pelican takes "Title: a: b" as it stands.
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
