using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace SearchNotes.Tests.Release;

/// <summary>What is released says whose work it contains.</summary>
public sealed class NoticesTests
{
    private static readonly string[] Licences = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "Unicode-3.0"];

    [Fact]
    public void The_notices_name_every_package_of_the_program()
    {
        var named = Rows().Select(row => row[0]).ToList();

        var missing = Packages().Select(package => package.Split('/')[0]).Where(package => !named.Exists(name => Covers(name, package)));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_notices_name_every_file_of_data_that_others_made()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.txt", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj")
                && File.ReadLines(file).TakeWhile(line => line.StartsWith('#')).Any(line => line.Contains("License", StringComparison.Ordinal)))
            .Select(Path.GetFileName).Distinct().ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(Rows(), row => row[2].EndsWith($"data in {file}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_is_under_a_licence_that_allows_this() => Assert.All(Rows(), row => Assert.Contains(row[1], Licences));

    [Fact]
    public void Each_licence_is_the_one_that_the_package_names()
    {
        var rows = Rows();
        var named = Packages().Select(package => (Package: package.Split('/')[0], Licence: LicenceOf(package)))
            .Where(package => package.Licence is not null).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, package => Assert.Contains(rows, row => Covers(row[0], package.Package) && row[1] == package.Licence));
    }

    /// <summary>The licence expression in the specification of a package; <see langword="null"/> where it has a file instead.</summary>
    private static string? LicenceOf(string package)
    {
        using var assets = Assets();
        var specification = assets.RootElement.GetProperty("packageFolders").EnumerateObject()
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(folder.Name, package.ToLowerInvariant()), "*.nuspec")).Single();
        return XDocument.Load(specification).Descendants()
            .FirstOrDefault(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression")?.Value;
    }

    private static bool Covers(string name, string package) =>
        name == package || (name.EndsWith(".*", StringComparison.Ordinal) && package.StartsWith(name[..^1], StringComparison.Ordinal));

    /// <summary>Rows of the table: name, licence, copyright.</summary>
    private static List<string[]> Rows() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt")).Skip(2).TakeWhile(line => line.Length > 0)
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>The packages, as <c>name/version</c>, that the command line was restored with and that have a part in it when it runs.</summary>
    private static List<string> Packages()
    {
        using var assets = Assets();
        return [.. assets.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .Where(library => library.Value.GetProperty("type").GetString() == "package" && library.Value.TryGetProperty("runtime", out _))
            .Select(library => library.Name).Distinct()];
    }

    private static JsonDocument Assets() => JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "src", "SearchNotes.Cli", "obj", "project.assets.json")));
}
