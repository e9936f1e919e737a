using System.Runtime.InteropServices;
using System.Text;
using SearchNotes.Semantic.Model;

namespace SearchNotes.Semantic.Tests;

/// <summary>A model of BERT's kind with random weights, a few kilobytes large.</summary>
internal static class TinyModel
{
    public static readonly string[] Vocabulary =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "queue", "##s", "task", "robot", "garden", "##ing", ".", ",", "a", "the", "learn", "##er"];

    private static readonly ModelShape Shape = new(Hidden: 32, Layers: 2, Heads: 2, Inner: 64, Positions: 300);

    /// <summary>Writes the file of a model.</summary>
    public static string Write(string folder, int seed = 1)
    {
        var path = Path.Combine(folder, $"tiny-{seed}.model");
        using var file = File.Create(path);
        ModelFile.Write(file, Contents(seed));
        return path;
    }

    public static SentenceEncoder Encoder() => new(new WeightReader(Contents(1)), new byte[32]);

    private static byte[] Contents(int seed)
    {
        var random = new Random(seed);
        var contents = new MemoryStream();
        foreach (var size in (int[])[Shape.Hidden, Shape.Layers, Shape.Heads, Shape.Inner, Shape.Positions])
            contents.Write(BitConverter.GetBytes(size));
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', Vocabulary));
        contents.Write(BitConverter.GetBytes(lines.Length));
        contents.Write(lines);
        Numbers(Vocabulary.Length, 0.01f);
        Bytes(Vocabulary.Length * Shape.Hidden);
        Numbers(Shape.Positions * Shape.Hidden, 0.01f);
        Norm();
        for (var layer = 0; layer < Shape.Layers; layer++)
        {
            for (var matrix = 0; matrix < 4; matrix++)
                Matrix(Shape.Hidden, Shape.Hidden);
            Norm();
            Matrix(Shape.Hidden, Shape.Inner);
            Matrix(Shape.Inner, Shape.Hidden);
            Norm();
        }

        return contents.ToArray();

        void Matrix(int inputs, int outputs)
        {
            Numbers(outputs, 0.003f);
            Numbers(outputs, 0.1f);
            Bytes(inputs * outputs);
        }

        void Norm()
        {
            Numbers(Shape.Hidden, 1f);
            Numbers(Shape.Hidden, 0.1f);
        }

        void Numbers(int count, float size) => contents.Write(MemoryMarshal.AsBytes<float>(
            [.. Enumerable.Range(0, count).Select(_ => size * ((random.NextSingle() / 2f) + 0.5f))]));

        void Bytes(int count) => contents.Write([.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(256))]);
    }
}
