using System.Runtime.CompilerServices;
using Xunit;

namespace SearchNotes.Tests.Querying;

public sealed class QueryReaderDocsTests
{
    /// <summary>The rows of docs/query-syntax.md whose last column tells how the first is read.</summary>
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        var isExample = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository(), "docs", "query-syntax.md")))
        {
            if (!line.StartsWith('|'))
                isExample = false;
            else if (line.EndsWith("| Read as |", StringComparison.Ordinal))
                isExample = true;
            else if (isExample && !line.StartsWith("|---", StringComparison.Ordinal))
                Add(examples, line);
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_page_shows_how_a_query_is_read(string typed, string tree) => Assert.Equal(tree, QueryTree.Of(typed));

    private static void Add(TheoryData<string, string> examples, string line)
    {
        // A bar inside a cell is written \| in Markdown.
        var cells = line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|');
        var typed = cells[1].Trim().Trim('`').Replace('\u0001', '|');
        examples.Add(typed, cells[3].Trim().Replace("\\*", "*", StringComparison.Ordinal));
    }

    private static string Repository([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
