using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>Runs the examples of docs/languages.md.</summary>
public sealed class LanguagesDocTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_typed_finds_the_notes(string notes, string typed)
    {
        using var index = SampleIndex.Of(Talk("One", "Ada Muster", [notes]), Talk("Another", "Bo Beispiel", ["Nothing of the kind."]));

        var result = index.Search(typed);

        Assert.Equal("One", result.Hits[0].Talk.Talk.Topic);
        Assert.Empty(result.Absent);
        Assert.Empty(result.GivenUp);
        Assert.Empty(result.Corrections);
        Assert.False(result.NearOnly);
    }

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "languages.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            rows.Add(cells[3], cells[4]);
        }

        return rows;
    }
}
