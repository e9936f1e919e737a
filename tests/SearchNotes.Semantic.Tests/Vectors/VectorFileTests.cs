using SearchNotes.Semantic.Vectors;
using Xunit;

namespace SearchNotes.Semantic.Tests.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private static readonly byte[] Model = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly TemporaryFolder folder = new();

    private string File => folder.File("vectors");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Vectors_are_read_again()
    {
        Write(3);

        var (vectors, wasDamaged) = Read(Model);

        Assert.Equal([0, 1, 2], vectors.Keys.Select(key => (int)key).Order());
        Assert.Equal(1f, vectors[1].Similarity(Vector(1)), 1e-5f);
        Assert.False(wasDamaged);
    }

    [Fact]
    public void A_record_that_was_cut_off_is_dropped_and_the_next_follows_the_last_whole_one()
    {
        Write(3);
        using (var file = new FileStream(File, FileMode.Open))
            file.SetLength(file.Length - 5);

        Assert.Equal((2, true), (Read(Model).Vectors.Count, true));
        Write(3);

        var (vectors, wasDamaged) = Read(Model);
        Assert.Equal(3, vectors.Count);
        Assert.False(wasDamaged);
    }

    [Fact]
    public void A_damaged_record_and_those_behind_it_are_dropped()
    {
        Write(3);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^70] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        var (vectors, wasDamaged) = Read(Model);

        Assert.Equal([0, 1], vectors.Keys.Select(key => (int)key).Order());
        Assert.True(wasDamaged);
    }

    [Fact]
    public void Vectors_of_another_model_are_dropped()
    {
        Write(3);

        Assert.Empty(Read(new byte[32]).Vectors);
        Assert.Empty(Read(Model).Vectors);
    }

    [Fact]
    public void A_file_that_is_something_else_is_replaced()
    {
        System.IO.File.WriteAllText(File, "Something else, longer than a header is.".PadRight(200));

        Assert.Empty(Read(Model).Vectors);
        Write(1);
        Assert.Single(Read(Model).Vectors);
    }

    [Fact]
    public void Rewriting_keeps_the_given_vectors_alone()
    {
        Write(5);
        using (var file = VectorFile.Open(File, Model, 64, []))
            file.Rewrite([new(7, Vector(7))]);

        Assert.Equal([7], Read(Model).Vectors.Keys.Select(key => (int)key));
    }

    private void Write(int count)
    {
        var known = new Dictionary<UInt128, PassageVector>();
        using var file = VectorFile.Open(File, Model, 64, known);
        for (var i = 0; i < count; i++)
        {
            if (!known.ContainsKey((UInt128)i))
                file.Append((UInt128)i, Vector(i));
        }
    }

    private (Dictionary<UInt128, PassageVector> Vectors, bool WasDamaged) Read(byte[] model)
    {
        var vectors = new Dictionary<UInt128, PassageVector>();
        using var file = VectorFile.Open(File, model, 64, vectors);
        return (vectors, file.WasDamaged);
    }

    private static PassageVector Vector(int seed)
    {
        var random = new Random(seed);
        return PassageVector.Of([.. Enumerable.Range(0, 64).Select(_ => random.NextSingle() - 0.5f)]);
    }
}
