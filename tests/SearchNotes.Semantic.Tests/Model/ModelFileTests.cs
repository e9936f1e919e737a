using SearchNotes.Semantic.Model;
using Xunit;

namespace SearchNotes.Semantic.Tests.Model;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_written_model_is_read() => Assert.Equal(32, ModelFile.Read(TinyModel.Write(folder.Path)).Dimensions);

    [Fact]
    public void A_missing_model_is_named() =>
        Assert.Contains("There is no model of meaning at", Fault(folder.File("none.model")), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "it is no model")]
    [InlineData(9, "it is not complete")]
    [InlineData(20, "its hash is not that of its contents")]
    [InlineData(3000, "its hash is not that of its contents")]
    public void A_changed_byte_is_found(int at, string problem)
    {
        var path = TinyModel.Write(folder.Path);
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains(problem, Fault(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "its size is not that of a model")]
    [InlineData(2000, "it is not complete")]
    public void A_cut_model_is_found(int length, string problem)
    {
        var path = TinyModel.Write(folder.Path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);

        Assert.Contains(problem, Fault(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_that_are_no_model_are_found()
    {
        var path = folder.File("other.model");
        using (var file = File.Create(path))
            ModelFile.Write(file, new byte[4000]);

        Assert.Contains("its sizes do not fit together", Fault(path), StringComparison.Ordinal);
    }

    private static string Fault(string path) => Assert.Throws<SearchNotesException>(() => ModelFile.Read(path)).Message;
}
