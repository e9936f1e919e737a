using System.Numerics.Tensors;
using SearchNotes.Semantic.Model;
using Xunit;

namespace SearchNotes.Semantic.Tests.Model;

public sealed class SentenceEncoderTests
{
    private readonly SentenceEncoder encoder = TinyModel.Encoder();

    [Fact]
    public void A_vector_has_length_1() => Assert.Equal(1f, TensorPrimitives.Norm<float>(encoder.EncodePassage("the robot learns")), 1e-5f);

    [Fact]
    public void A_text_has_the_same_vector_whatever_was_encoded_before()
    {
        var alone = TinyModel.Encoder().EncodePassage("garden");

        encoder.EncodePassage(string.Join(' ', Enumerable.Repeat("queue robots", 200)));

        Assert.Equal(alone, encoder.EncodePassage("garden"));
    }

    [Fact]
    public void Texts_differ_by_their_words_and_by_the_order_of_them()
    {
        Assert.NotEqual(encoder.EncodePassage("robot"), encoder.EncodePassage("garden"));
        Assert.NotEqual(encoder.EncodePassage("robot garden"), encoder.EncodePassage("garden robot"));
    }

    [Fact]
    public void Texts_are_encoded_at_the_same_time()
    {
        string[] texts = [.. Enumerable.Range(1, 40).Select(count => string.Join(' ', Enumerable.Repeat("task robot", count)))];
        var expected = texts.Select(encoder.EncodePassage).ToList();

        var encoded = texts.AsParallel().AsOrdered().Select(encoder.EncodePassage).ToList();

        Assert.Equal(expected, encoded);
    }
}
