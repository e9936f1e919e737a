using SearchNotes.Posts.Files;
using Xunit;

namespace SearchNotes.Tests.Posts.Files;

public sealed class PostIdsTests
{
    [Theory]
    [InlineData("a.markdown a.md", "a a-2")]
    [InlineData("a.markdown a.md a.mdx a.txt", "a a-2 a-3 a-4")]
    [InlineData("a-2.md a.markdown a.md", "a-2 a a-3")]
    [InlineData("a.markdown a.md a-2.md", "a a-3 a-2")]
    [InlineData("x/a.markdown x/a.md y/a.md", "x-a x-a-2 y-a")]
    [InlineData("x/a.md y/a.md z/b.md", "x-a y-a b")]
    [InlineData("p/x/a.md q/x/a.md a.md", "p-x-a q-x-a a")]
    public void Ids_that_are_the_same_get_folders_and_then_numbers(string paths, string ids) =>
        Assert.Equal(ids.Split(' '), PostIds.Assign(paths.Split(' ')));

    [Theory]
    [InlineData("talks/index.md", "talks", true, "")]
    [InlineData("talks/_index.md", "talks", true, "")]
    [InlineData("talks/README.md", "talks", true, "")]
    [InlineData("index.md", "index", true, "")]
    [InlineData("talks/day.md", "day", false, "talks")]
    [InlineData("a/b/index.fr.md", "b", true, "a")]
    public void An_index_has_the_name_of_its_folder(string path, string name, bool isIndex, string folders)
    {
        var read = PostPath.Read(path);

        Assert.Equal((name, isIndex, folders), (read.Name, read.IsIndex, string.Join('/', read.Folders)));
    }
}
