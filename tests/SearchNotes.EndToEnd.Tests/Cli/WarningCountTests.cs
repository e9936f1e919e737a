using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>However posts are looked at, the same things in them are warnings.</summary>
public sealed class WarningCountTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().With("SEARCHNOTES_URLS", "http://127.0.0.1:0").WithPosts()
        .Write("corpus/2024-07-01-second.md",
            "---\ntitle: Second evening\ndate: 2024-13-45\n---\n\n# Katharina Ostrowski on Pages that split\n\nSee [the plan](plan.md).\n\n# Bo Reed on Lamps\n\nText.\n")
        .Write("corpus/2024-08-01-third.md",
            "---\ntitle: Third evening\n---\n\n# Katharina Ostrowsky on Trees\n\nText.\n\n# Bo Reed on Keepers\n\nText.\n")
        .Write("corpus/speakers.yaml", "- nonsense: [\n");

    [Fact]
    public void Check_doctor_and_reindex_count_the_same_warnings()
    {
        using var check = JsonDocument.Parse(_folder.Run("check", "--json").Out);
        using var doctor = JsonDocument.Parse(_folder.Run("doctor", "--json").Out);
        using var reindex = JsonDocument.Parse(_folder.Run("reindex", "--json").Out);

        var checkedOnes = check.RootElement.EnumerateArray()
            .SelectMany(post => post.GetProperty("warnings").EnumerateArray(), (post, warning) => Of(post.GetProperty("path"), warning))
            .Order(StringComparer.Ordinal).ToList();
        var reindexed = reindex.RootElement.GetProperty("warnings").EnumerateArray()
            .Select(warning => Of(warning.GetProperty("path"), warning)).Order(StringComparer.Ordinal).ToList();
        var said = doctor.RootElement.GetProperty("checks").EnumerateArray()
            .Single(finding => finding.GetProperty("check").GetString() == "corpus").GetProperty("message").GetString();
        Assert.Equal(checkedOnes, reindexed);
        Assert.True(reindexed.Count >= 5, string.Join('\n', reindexed));
        Assert.EndsWith($"; {reindexed.Count} warnings", said, StringComparison.Ordinal);
        Assert.StartsWith("5 posts with ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sums_say_the_same_number()
    {
        var check = _folder.Run("check").Out;
        var reindex = _folder.Run("reindex").Out;

        var sum = check.Split('\n')
            .Single(line => line.Contains(" ordinary post", StringComparison.Ordinal)
                && line.EndsWith(" warnings.", StringComparison.Ordinal));
        var warnings = sum.Split("; ")[^1].TrimEnd('.');
        Assert.Contains($"; files: 5 new; {warnings}; N s.", reindex, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Of(JsonElement path, JsonElement warning) =>
        $"{path.GetString()}:{warning.GetProperty("line").GetInt32()}: {warning.GetProperty("message").GetString()}";
}
