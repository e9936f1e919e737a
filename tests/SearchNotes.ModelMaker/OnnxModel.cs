using System.Runtime.InteropServices;
using System.Text;

namespace SearchNotes.ModelMaker;

/// <summary>The weights of a model in ONNX's format, by name. A matrix without a name of its own goes by the name of its product.</summary>
internal sealed class OnnxModel
{
    // Numbers of fields in onnx.proto.
    private const int GraphOfModel = 7;
    private const int NodeOfGraph = 1;
    private const int TensorOfGraph = 5;
    private const int InputOfNode = 1;
    private const int OutputOfNode = 2;
    private const int NameOfTensor = 8;
    private const int BytesOfTensor = 9;

    private readonly Dictionary<string, float[]> tensors = new(StringComparer.Ordinal);

    /// <summary>Reads a model.</summary>
    public OnnxModel(ReadOnlyMemory<byte> bytes)
    {
        var graph = ProtobufField.Read(bytes).First(field => field.Number == GraphOfModel).Bytes;
        foreach (var tensor in ProtobufField.Read(graph).Where(field => field.Number == TensorOfGraph))
        {
            var fields = ProtobufField.Read(tensor.Bytes).ToList();
            tensors[Text(fields.First(field => field.Number == NameOfTensor))] =
                MemoryMarshal.Cast<byte, float>(fields.First(field => field.Number == BytesOfTensor).Bytes.Span).ToArray();
        }

        foreach (var node in ProtobufField.Read(graph).Where(field => field.Number == NodeOfGraph))
        {
            var fields = ProtobufField.Read(node.Bytes).ToList();
            var product = Text(fields.First(field => field.Number == OutputOfNode));
            foreach (var input in fields.Where(field => field.Number == InputOfNode).Select(Text))
            {
                if (product.EndsWith("/MatMul_output_0", StringComparison.Ordinal) && tensors.TryGetValue(input, out var matrix))
                    tensors[NameOf(product)] = matrix;
            }
        }
    }

    /// <summary>Returns the weights of a name.</summary>
    public float[] this[string name] => tensors[name];

    /// <summary>Turns <c>/encoder/layer.0/output/dense/MatMul_output_0</c> into <c>encoder.layer.0.output.dense.weight</c>.</summary>
    private static string NameOf(string product) =>
        product[1..].Replace("/MatMul_output_0", ".weight", StringComparison.Ordinal).Replace('/', '.');

    private static string Text(ProtobufField field) => Encoding.UTF8.GetString(field.Bytes.Span);
}
