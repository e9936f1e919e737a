using System.Numerics.Tensors;
using SearchNotes.Semantic.Model;
using Xunit;

namespace SearchNotes.Semantic.Tests.Oracle;

/// <summary>Compares our inference and its rounded weights with ONNX Runtime's, over the model that is shipped.</summary>
public sealed class OracleTests(OracleTests.Encoders encoders) : IClassFixture<OracleTests.Encoders>
{
    [Theory]
    [InlineData("signing in without a password")]
    [InlineData("q.enqueue('operator.add') adds a job to the queue __init__ C++")]
    [InlineData("naïve café über 日本語 test")]
    [InlineData("antidisestablishmentarianism")]
    [InlineData("")]
    [InlineData("The speaker said that tests should be fast; others disagreed. We spoke of queues, retries and timeouts at length.")]
    public void A_vector_is_that_of_the_oracle(string text) => Assert.InRange(
        TensorPrimitives.CosineSimilarity<float>(encoders.Oracle.Encode(text), encoders.Ours.EncodePassage(text)), 0.999f, 1.001f);

    [Fact]
    public void The_vector_of_the_longest_passage_is_that_of_the_oracle()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(number => $"word {number}"));

        Assert.InRange(
            TensorPrimitives.CosineSimilarity<float>(encoders.Oracle.Encode(text), encoders.Ours.EncodePassage(text)), 0.999f, 1.001f);
    }

    public sealed class Encoders : IDisposable
    {
        public Encoders()
        {
            using var folder = new TemporaryFolder();
            Ours = ModelFile.Read(ModelMaker.ModelMaker.Make(folder.File("semantic.model")));
        }

        internal OnnxEncoder Oracle { get; } = new();

        internal SentenceEncoder Ours { get; }

        public void Dispose() => Oracle.Dispose();
    }
}
