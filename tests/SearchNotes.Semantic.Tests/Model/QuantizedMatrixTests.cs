using SearchNotes.Semantic.Model;
using Xunit;

namespace SearchNotes.Semantic.Tests.Model;

public sealed class QuantizedMatrixTests
{
    [Theory]
    [InlineData(16, 16, 1)]
    [InlineData(32, 48, 4)]
    [InlineData(64, 32, 7)]
    public void The_product_is_that_of_the_definition(int inputs, int outputs, int rows)
    {
        var random = new Random(inputs);
        sbyte[] weights = [.. Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)random.Next(-127, 128))];
        float[] scales = [.. Enumerable.Range(0, outputs).Select(_ => random.NextSingle())];
        float[] bias = [.. Enumerable.Range(0, outputs).Select(_ => random.NextSingle())];
        float[] values = [.. Enumerable.Range(0, 8 * inputs).Select(_ => random.NextSingle() - 0.5f)];
        var results = new float[8 * outputs];

        new QuantizedMatrix(weights, scales, bias).Multiply(values, rows, new float[16 * inputs], results);

        for (var row = 0; row < rows; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var sum = Enumerable.Range(0, inputs).Sum(i => (double)values[(row * inputs) + i] * weights[(output * inputs) + i]);
                Assert.Equal((sum * scales[output]) + bias[output], results[(row * outputs) + output], 1e-2);
            }
        }
    }
}
