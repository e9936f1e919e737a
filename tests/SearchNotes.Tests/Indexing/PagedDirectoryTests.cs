using Lucene.Net.Store;
using SearchNotes.Indexing;
using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class PagedDirectoryTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("searchnotes-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(PagedFile.PageBytes - 1)]
    [InlineData(PagedFile.PageBytes)]
    [InlineData(PagedFile.PageBytes + 1)]
    [InlineData((3 * PagedFile.PageBytes) + 77)]
    public void Reads_are_those_of_the_file_in_whatever_order(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(folder.FullName, "x"), bytes);
        using var directory = new PagedDirectory(folder);
        using var input = directory.OpenInput("x", IOContext.READ);

        Assert.Equal(length, input.Length);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var start = random.Next(length + 1);
            var count = random.Next(Math.Min(length - start, 40_000) + 1);
            var read = new byte[count];
            input.Seek(start);
            Assert.Equal(start, input.Position);
            input.ReadBytes(read, 0, count);
            Assert.Equal(bytes[start..(start + count)], read);
            Assert.Equal(start + count, input.Position);
        }
    }

    [Fact]
    public void A_clone_keeps_its_own_place()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "x"), [1, 2, 3]);
        using var directory = new PagedDirectory(folder);
        using var input = directory.OpenInput("x", IOContext.READ);

        var clone = (IndexInput)input.Clone();
        clone.Seek(2);

        Assert.Equal(1, input.ReadByte());
        Assert.Equal(3, clone.ReadByte());
    }

    [Fact]
    public void Reading_past_the_end_throws()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "x"), [1]);
        using var directory = new PagedDirectory(folder);
        using var input = directory.OpenInput("x", IOContext.READ);
        input.Seek(1);

        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
    }

    [Fact]
    public void A_page_stays_in_memory_from_the_second_time_it_is_read()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "x"), [1, 2, 3]);
        using var file = new PagedFile(Path.Combine(folder.FullName, "x"), new PageBudget(PagedFile.PageBytes));

        var (first, second, third) = (file.Page(0), file.Page(0), file.Page(0));

        Assert.NotSame(first, second);
        Assert.Same(second, third);
    }
}
