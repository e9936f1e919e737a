namespace SearchNotes.Export.Chunks;

/// <summary>The content of an index file.</summary>
/// <param name="Ending">The ending of its name.</param>
/// <param name="Text">What gzip compresses.</param>
/// <param name="Coded">What follows, already compressed; often empty.</param>
internal readonly record struct Chunk(string Ending, byte[] Text, byte[] Coded)
{
    /// <summary>A chunk without a part that is already compressed.</summary>
    public Chunk(string ending, byte[] text)
        : this(ending, text, [])
    {
    }
}
