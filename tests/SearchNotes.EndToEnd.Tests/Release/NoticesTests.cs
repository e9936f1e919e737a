using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Release;

/// <summary>What is released says whose work it contains.</summary>
public sealed class NoticesTests
{
    private static readonly string[] Licences = ["MIT", "Apache-2.0", "BSD-2-Clause"];

    [Fact]
    public void The_notices_name_every_package_of_the_program()
    {
        var named = Rows().Select(row => row[0]).ToList();

        var missing = Packages().Where(package => !named.Exists(name => Covers(name, package)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Each_is_under_a_licence_that_allows_this() => Assert.All(Rows(), row => Assert.Contains(row[1], Licences));

    private static bool Covers(string name, string package) =>
        name == package || (name.EndsWith(".*", StringComparison.Ordinal) && package.StartsWith(name[..^1], StringComparison.Ordinal));

    /// <summary>Rows of the table: name, licence, copyright.</summary>
    private static List<string[]> Rows() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt")).Skip(2).TakeWhile(line => line.Length > 0)
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>The packages that the command line was restored with and that have a part in it when it runs.</summary>
    private static List<string> Packages()
    {
        using var assets = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "src", "SearchNotes.Cli", "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .Where(library => library.Value.GetProperty("type").GetString() == "package" && library.Value.TryGetProperty("runtime", out _))
            .Select(library => library.Name.Split('/')[0]).Distinct()];
    }
}
