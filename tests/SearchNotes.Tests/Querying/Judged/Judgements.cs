using System.Globalization;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>A query with the grades that readers would give: 3 answers it, 2 helps, 1 touches it. Without grades nothing answers
/// it.</summary>
internal sealed record JudgedQuery(string Class, string Text, IReadOnlyDictionary<string, int> Grades)
{
    public bool HasAnswer => Grades.Count > 0;

    public int GradeOf(string id) => Grades.GetValueOrDefault(id);
}

/// <summary>Reads <c>judgements.txt</c>, which explains its form at its top.</summary>
internal static class Judgements
{
    /// <exception cref="FormatException">A line is none of the known ones.</exception>
    public static IReadOnlyList<JudgedQuery> Read(string text)
    {
        var queries = new List<JudgedQuery>();
        var grades = new Dictionary<string, int>();
        var queryClass = "";
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                queryClass = line[3..];
            else if (line.StartsWith("  ", StringComparison.Ordinal))
                Add(grades, line, index + 1);
            else if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal) && line != "#")
                queries.Add(new JudgedQuery(queryClass, line, grades = []));
        }

        return queries;
    }

    private static void Add(Dictionary<string, int> grades, string line, int number)
    {
        if (line.Trim().Split(' ', 3) is not [var digit, var id, var reason] || reason.Trim().Length == 0
            || !int.TryParse(digit, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) || grade is < 1 or > 3)
        {
            throw new FormatException(
                $"judgements.txt, line {number}: \"{line.Trim()}\" is not \"grade id  reason\" with a grade from 1 to 3.");
        }

        if (!grades.TryAdd(id, grade))
            throw new FormatException($"judgements.txt, line {number}: {id} is judged twice.");
    }
}
