using SearchNotes.Semantic.Vectors;
using Xunit;

namespace SearchNotes.Semantic.Tests.Vectors;

public sealed class PassageVectorTests
{
    [Fact]
    public void The_similarity_is_the_cosine()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            float[] first = [.. Enumerable.Range(0, 384).Select(_ => random.NextSingle() - 0.5f)];
            float[] second = [.. first.Select(number => number + random.NextSingle() - 0.5f)];

            var similarity = PassageVector.Of(first).Similarity(PassageVector.Of(second));

            Assert.Equal(System.Numerics.Tensors.TensorPrimitives.CosineSimilarity<float>(first, second), similarity, 0.005f);
        }
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        var vector = PassageVector.Of([.. Enumerable.Range(0, 384).Select(i => i % 2 == 0 ? 1f : -1f)]);

        Assert.Equal(1f, vector.Similarity(vector), 1e-5f);
    }
}
