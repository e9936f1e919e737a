namespace SearchNotes.Tests.Export;

/// <summary>The examples of <c>docs/query-syntax.md</c>.</summary>
internal static class QueryExamples
{
    /// <summary>Returns the first column of the tables whose last column tells how a query is read.</summary>
    public static IReadOnlyList<string> Read()
    {
        var queries = new List<string>();
        var isExample = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "query-syntax.md")))
        {
            if (!line.StartsWith('|'))
                isExample = false;
            else if (line.EndsWith("| Read as |", StringComparison.Ordinal))
                isExample = true;
            else if (isExample && !line.StartsWith("|---", StringComparison.Ordinal))
                // A bar inside a cell is written \| in Markdown.
                queries.Add(line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')[1].Trim().Trim('`').Replace('\u0001', '|'));
        }

        return queries;
    }
}
