using System.IO.Compression;
using System.Text;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>Generations of files in the output folder.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly SamplePostFolder _posts = new();

    [Fact]
    public void The_same_posts_give_the_same_bytes()
    {
        using var first = new ExportedSite(_posts.Root);
        using var second = new ExportedSite(_posts.Root);

        Assert.Equal(first.Files(), second.Files());
        Assert.All(first.Files(), path => Assert.Equal(Read(first, path), Read(second, path)));
    }

    [Fact]
    public void An_index_that_was_updated_gives_the_same_files_as_a_new_one()
    {
        using var updated = new ExportedSite(_posts.Root);
        _posts.Write("second.md", "# Cy Doe on Trees\n\nTrees grow in forests.\n");
        updated.ExportAgain();
        _posts.Write("first.md", "# Ada Muster on Monoids\n\nMonoids are monads of sorts.\n");
        updated.ExportAgain();
        using var built = new ExportedSite(_posts.Root);

        Assert.Equal(Read(built, "searchnotes-index.json"), Read(updated, "searchnotes-index.json"));
        Assert.All(built.Files().Where(path => path != "i/generations.txt"), path => Assert.Equal(Read(built, path), Read(updated, path)));
    }

    [Fact]
    public void Without_a_change_nothing_is_written()
    {
        using var site = new ExportedSite(_posts.Root);

        var again = site.ExportAgain();

        Assert.Equal((0, 0), (again.Written, again.Removed));
    }

    [Fact]
    public void Files_of_the_generation_before_stay_and_older_ones_go()
    {
        using var site = new ExportedSite(_posts.Root);
        var first = site.Files();
        _posts.Write("second.md", "# Cy Doe on Trees\n\nTrees grow.\n");
        site.ExportAgain();
        var second = site.Files();
        _posts.Write("second.md", "# Cy Doe on Forests\n\nForests grow.\n");
        var report = site.ExportAgain();

        Assert.Empty(first.Except(second));
        Assert.NotEmpty(first.Except(site.Files()));
        Assert.Equal(first.Except(site.Files()).Count(), report.Removed);
    }

    [Fact]
    public void Only_files_of_an_export_are_removed_and_no_other_is_replaced()
    {
        using var site = new ExportedSite(_posts.Root);
        var own = Path.Combine(site.Folder, "i", "mine.txt");
        File.WriteAllText(own, "mine");
        foreach (var topic in (string[])["Trees", "Forests", "Woods"])
        {
            _posts.Write("second.md", $"# Cy Doe on {topic}\n\nThey grow.\n");
            site.ExportAgain();
        }

        Assert.True(File.Exists(own));
    }

    [Fact]
    public void A_file_that_no_export_wrote_is_not_replaced()
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-out-").FullName;
        File.WriteAllText(Path.Combine(folder, "search-box.js"), "mine");
        using var site = new ExportedSite(_posts.Root);

        var fault = Assert.Throws<SearchNotesException>(
            () => SearchNotes.Export.Exporter.Run(new() { Out = folder }, site.Searcher));

        Assert.Contains("search-box.js exists and was not written by an export", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "search-box.js")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_list_that_was_changed_leads_nowhere_else()
    {
        using var site = new ExportedSite(_posts.Root);
        var outside = Path.Combine(Path.GetDirectoryName(site.Folder)!, "outside.txt"); // A full path of a folder has a folder.
        File.WriteAllText(outside, "mine");
        var lists = Directory.GetFiles(Path.Combine(site.Folder, "i"), "files.*.txt.br");
        Assert.NotEmpty(lists);
        foreach (var list in lists)
        {
            using var reader = new StreamReader(new BrotliStream(File.OpenRead(list), CompressionMode.Decompress));
            var known = reader.ReadToEnd();
            reader.Close();
            using var brotli = new BrotliStream(File.Create(list), CompressionLevel.Optimal);
            brotli.Write(Encoding.UTF8.GetBytes($"{known}0123456789abcdef  ../outside.txt\n../outside.txt\n{outside}\n"));
        }

        foreach (var topic in (string[])["Trees", "Forests", "Woods"])
        {
            _posts.Write("second.md", $"# Cy Doe on {topic}\n\nThey grow.\n");
            site.ExportAgain();
        }

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void A_list_that_is_damaged_removes_nothing_and_stops_nothing()
    {
        using var site = new ExportedSite(_posts.Root);
        var list = Directory.GetFiles(Path.Combine(site.Folder, "i"), "files.*.txt.br").Single();
        File.WriteAllText(list, "This is no list.");

        var report = site.ExportAgain();

        Assert.Equal(0, report.Removed);
        Assert.NotEqual("This is no list.", File.ReadAllText(list));
    }

    public void Dispose() => _posts.Dispose();

    private static byte[] Read(ExportedSite site, string path) => File.ReadAllBytes(Path.Combine(site.Folder, path));
}
