using System.Text.RegularExpressions;

namespace SearchNotes.Tests.Cli;

/// <summary>A command line that the documentation or a help page prints.</summary>
/// <param name="Where">The file or the command whose help it is.</param>
/// <param name="Line">As printed, comments and prompt left out.</param>
internal sealed partial record PrintedCommand(string Where, string Line)
{
    private const string InClone = "dotnet run --project src/SearchNotes.Cli -c Release --";

    /// <summary>The line with the program's short name, and without the sign that sends it to the background.</summary>
    public string Typed => Line.Replace(InClone, "searchnotes", StringComparison.Ordinal).TrimEnd('&', ' ');

    /// <summary>Whether it runs this program, or asks its server.</summary>
    public bool IsOurs => Ours().IsMatch(Typed);

    /// <summary>Whether the reader is to put something in: a word in capitals, POSTS or DIR/index, or a variable of a longer
    /// form.</summary>
    public bool HasPlaceholder => Placeholder().IsMatch(Typed);

    /// <summary>Whether it serves until it is stopped.</summary>
    public bool Serves => Serving().IsMatch(Typed);

    /// <summary>Every command line in the Markdown files for readers.</summary>
    public static IEnumerable<PrintedCommand> InDocumentation()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(new[] { "README.md", "SECURITY.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "corpus/README.md",
                "index/README.md" }.Select(file => Path.Combine(Repository.Root, file)));
        return files.Order(StringComparer.Ordinal)
            .SelectMany(file => In(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));
    }

    /// <summary>Every example of a help page.</summary>
    public static IEnumerable<PrintedCommand> InHelp(string command, string page) =>
        page[(page.IndexOf("Examples:", StringComparison.Ordinal) is >= 0 and var at ? at : page.Length)..].Split('\n').Skip(1)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => new PrintedCommand($"{command} --help", line));

    /// <summary>Blocks of a shell, lines that are indented as code, and the program in running text.</summary>
    private static IEnumerable<PrintedCommand> In(string file, string text)
    {
        var prose = Block().Replace(text, "");
        var lines = Block().Matches(text).Where(block => block.Groups["language"].Value is "console" or "sh")
            .SelectMany(block => block.Groups["text"].Value.Split('\n')
                .Where(line => block.Groups["language"].Value == "sh" || line.StartsWith("$ ", StringComparison.Ordinal))
                .Select(line => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line))
            .Concat(Indented().Matches(prose).Select(match => match.Groups["line"].Value))
            .Concat(Inline().Matches(prose).Select(match => match.Groups["line"].Value));
        return lines.Select(line => new PrintedCommand(file, Comment().Replace(line, "").Trim())).Where(printed => printed.Line.Length > 0);
    }

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^    (?<line>\S.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indented();

    // A command's name alone is a mention.
    [GeneratedRegex(@"`(?<line>(searchnotes [^`\s]+|curl|dotnet run --project src/SearchNotes.Cli[^`\n]* -- [^`\s]+) [^`\n]+)`",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\s{2,}# .*$", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(\w+=\S+ )*(searchnotes|curl)\b", RegexOptions.None, 1000)]
    private static partial Regex Ours();

    [GeneratedRegex(@"(?<=\s)[A-Z]{2,}(?=[\s/…]|$)|\$[A-Z]+\b(?<!\$SEARCHNOTES)(?![A-Z_])", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(\w+=\S+ )*searchnotes serve\b(?!.*--help)", RegexOptions.None, 1000)]
    private static partial Regex Serving();
}
