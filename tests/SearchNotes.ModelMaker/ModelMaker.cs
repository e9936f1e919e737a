using System.Text;
using SearchNotes.Semantic.Model;

namespace SearchNotes.ModelMaker;

/// <summary>Makes the model file from the package.</summary>
internal static class ModelMaker
{
    /// <summary>The sizes of snowflake-arctic-embed-xs, a retrieval model for English of 22 million weights.</summary>
    private static readonly ModelShape Shape = new(Hidden: 384, Layers: 6, Heads: 12, Inner: 1536, Positions: 512);

    /// <summary>Writes the file, and reads it again.</summary>
    /// <returns>The file.</returns>
    public static string Make(string target)
    {
        var source = new OnnxModel(SourcePackage.Resource("model.onnx"));
        var contents = new ModelWriter(source, Shape).Write(Encoding.UTF8.GetString(SourcePackage.Resource("vocab.txt")));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!); // A file has a folder.
        using (var file = File.Create(target))
            ModelFile.Write(file, contents);
        _ = ModelFile.Read(target);
        return target;
    }
}
