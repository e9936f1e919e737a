using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Consecutive words of the vocabulary with their postings, in two chunks: one that every query with such a word needs, and one
/// with the positions, which queries of several words need as well. See <c>docs/static-format.md</c>.</summary>
internal sealed class WordBlock
{
    private readonly ChunkWriter words = new();
    private readonly ChunkWriter positions = new();
    private int count;

    /// <summary>The first word.</summary>
    public string First { get; private set; } = "";

    /// <summary>The last word.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Number of words.</summary>
    public int Count => count;

    /// <summary>Size in bytes, uncompressed.</summary>
    public int Length => words.Length + positions.Length;

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="names">Names that contain it.</param>
    /// <param name="lengths">Encoded field lengths by field and document.</param>
    public void Add(IndexedWord word, IReadOnlyList<CompletedName> names, IReadOnlyList<byte[]> lengths)
    {
        if (count++ == 0)
            First = word.Word;
        words.Text(word.Word, Last);
        Last = word.Word;
        words.Number(word.Forms.Count);
        foreach (var form in word.Forms)
            words.Text(form, word.Word);
        foreach (var others in new[] { word.Derived, word.Corrections })
        {
            words.Number(others.Count);
            foreach (var other in others)
                words.Text(other, word.Word);
        }

        words.Number(word.Split);
        words.Number(names.Count);
        foreach (var name in names)
        {
            words.Number(name.Facet);
            words.Number(name.Count);
            words.Text(name.Name);
        }

        words.Number(word.Fields.Aggregate(0, (fields, field) => fields | (1 << field.Field)));
        foreach (var field in word.Fields)
            Add(field, TextFieldLength.IsInPostings(field.Field) ? lengths[field.Field] : null);
    }

    /// <summary>Returns the chunk of words and postings.</summary>
    public byte[] Words() => Counted(words);

    /// <summary>Returns the chunk of positions.</summary>
    public byte[] Positions() => positions.ToArray();

    private void Add(IndexedField field, byte[]? lengths)
    {
        words.Number(field.Postings.Count);
        var before = -1;
        foreach (var posting in field.Postings)
        {
            words.Number(((posting.Doc - before - 1) << 1) | (posting.Positions.Length == 1 ? 1 : 0));
            before = posting.Doc;
            if (posting.Positions.Length > 1)
                words.Number(posting.Positions.Length);
            if (lengths is not null)
                words.Byte(lengths[posting.Doc]);
            var position = 0;
            foreach (var next in posting.Positions)
            {
                positions.Number(next - position);
                position = next;
            }
        }
    }

    private byte[] Counted(ChunkWriter content)
    {
        var whole = new ChunkWriter();
        whole.Number(count);
        whole.Append(content);
        return whole.ToArray();
    }
}
