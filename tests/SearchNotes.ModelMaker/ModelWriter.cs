using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using SearchNotes.Semantic.Model;

namespace SearchNotes.ModelMaker;

/// <summary>Writes a model of BERT's kind with one signed byte per weight.</summary>
/// <param name="source">The weights.</param>
/// <param name="shape">Sizes of the model.</param>
internal sealed class ModelWriter(OnnxModel source, ModelShape shape)
{
    private readonly ArrayBufferWriter<byte> contents = new();

    /// <summary>Returns the contents of the model file.</summary>
    /// <param name="vocabulary">The tokens, one per line.</param>
    public byte[] Write(string vocabulary)
    {
        foreach (var size in (int[])[shape.Hidden, shape.Layers, shape.Heads, shape.Inner, shape.Positions])
            contents.Write(BitConverter.GetBytes(size));
        var lines = Encoding.UTF8.GetBytes(vocabulary.ReplaceLineEndings("\n").TrimEnd('\n'));
        contents.Write(BitConverter.GetBytes(lines.Length));
        contents.Write(lines);
        WriteTokens();
        WriteNorm("embeddings.LayerNorm");
        for (var i = 0; i < shape.Layers; i++)
            WriteLayer($"encoder.layer.{i}");
        return contents.WrittenSpan.ToArray();
    }

    private void WriteTokens()
    {
        var (scales, weights) = Quantization.ByRow(source["embeddings.word_embeddings.weight"], shape.Hidden);
        WriteNumbers(scales);
        WriteBytes(weights);
        // All tokens of a text are of the first type, so that its vector is part of each position.
        var (positions, type) = (source["embeddings.position_embeddings.weight"], source["embeddings.token_type_embeddings.weight"]);
        WriteNumbers([.. positions.Select((number, i) => number + type[i % shape.Hidden])]);
    }

    private void WriteLayer(string name)
    {
        WriteMatrix($"{name}.attention.self.query", shape.Hidden);
        WriteMatrix($"{name}.attention.self.key", shape.Hidden);
        WriteMatrix($"{name}.attention.self.value", shape.Hidden);
        WriteMatrix($"{name}.attention.output.dense", shape.Hidden);
        WriteNorm($"{name}.attention.output.LayerNorm");
        WriteMatrix($"{name}.intermediate.dense", shape.Inner);
        WriteMatrix($"{name}.output.dense", shape.Hidden);
        WriteNorm($"{name}.output.LayerNorm");
    }

    private void WriteMatrix(string name, int outputs)
    {
        var columns = source[$"{name}.weight"];
        var inputs = columns.Length / outputs;
        var rows = new float[columns.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = columns[(i % inputs * outputs) + (i / inputs)];
        var (scales, weights) = Quantization.ByRow(rows, inputs);
        WriteNumbers(scales);
        WriteNumbers(source[$"{name}.bias"]);
        WriteBytes(weights);
    }

    private void WriteNorm(string name)
    {
        WriteNumbers(source[$"{name}.weight"]);
        WriteNumbers(source[$"{name}.bias"]);
    }

    private void WriteNumbers(float[] numbers) => contents.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));

    private void WriteBytes(sbyte[] bytes) => contents.Write(MemoryMarshal.AsBytes(bytes.AsSpan()));
}
