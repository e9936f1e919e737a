using System.Diagnostics.CodeAnalysis;

namespace SearchNotes.Semantic.Vectors;

/// <summary>The vectors of all passages, in memory and in a file. Where the file cannot be used, they are in memory alone. Used by one
/// thread.</summary>
internal sealed class VectorStore : IDisposable
{
    /// <summary>Unused vectors are dropped from the file once they are more than the used ones and this many.</summary>
    private const int MinUnused = 1000;

    private readonly Dictionary<UInt128, PassageVector> vectors = [];
    private readonly string path;
    private VectorFile? file;

    /// <summary>Opens the file beside an index. Never fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Hash of the model.</param>
    /// <param name="dimensions">Length of a vector.</param>
    public VectorStore(string path, ReadOnlySpan<byte> model, int dimensions)
    {
        this.path = path;
        try
        {
            file = VectorFile.Open(path, model, dimensions, vectors);
            if (file.WasDamaged)
                Problem = $"{path} was damaged; the lost vectors are computed again.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUp(e);
        }
    }

    /// <summary>What is wrong with the file, as a sentence; <see langword="null"/> when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Finds the vector of a passage.</summary>
    public bool TryGet(UInt128 key, [NotNullWhen(true)] out PassageVector? vector) => vectors.TryGetValue(key, out vector);

    /// <summary>Adds the vector of a passage.</summary>
    public void Add(UInt128 key, PassageVector vector)
    {
        vectors[key] = vector;
        Try(file => file.Append(key, vector));
    }

    /// <summary>Writes what was added to the disk.</summary>
    public void Flush() => Try(file => file.Flush());

    /// <summary>Drops the vectors of passages that no document has any longer, once they are many.</summary>
    /// <param name="used">The keys in use.</param>
    public void DropUnused(HashSet<UInt128> used)
    {
        if (vectors.Count - used.Count <= Math.Max(MinUnused, used.Count))
            return;
        foreach (var key in vectors.Keys.Where(key => !used.Contains(key)).ToList())
            vectors.Remove(key);
        Try(file => file.Rewrite(vectors));
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private void Try(Action<VectorFile> write)
    {
        try
        {
            if (file is not null)
                write(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUp(e);
        }
    }

    private void GiveUp(Exception e)
    {
        Problem = $"{path} cannot be used ({e.Message.TrimEnd('.')}); vectors are kept in memory until the program ends.";
        file?.Dispose();
        file = null;
    }
}
