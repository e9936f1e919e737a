using System.Text;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SearchNotes.ModelMaker;
using SearchNotes.Semantic.Model;

namespace SearchNotes.Semantic.Tests.Oracle;

/// <summary>Encodes texts with ONNX Runtime and the model as its package has it.</summary>
internal sealed class OnnxEncoder : IDisposable
{
    private readonly InferenceSession session = new(SourcePackage.Resource("model.onnx"));
    private readonly WordPieceTokenizer tokenizer = new(
        Encoding.UTF8.GetString(SourcePackage.Resource("vocab.txt")).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));

    public float[] Encode(string text)
    {
        long[] tokens = [.. tokenizer.Read(text, limit: 256).Select(token => (long)token)];
        using var results = session.Run([Input("input_ids", tokens), Input("attention_mask", [.. tokens.Select(_ => 1L)]),
            Input("token_type_ids", new long[tokens.Length])]);
        return [.. results[0].AsEnumerable<float>().Take(384)];
    }

    public void Dispose() => session.Dispose();

    private static NamedOnnxValue Input(string name, long[] values) =>
        NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(values, [1, values.Length]));
}
