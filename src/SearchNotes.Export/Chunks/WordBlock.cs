using System.Numerics;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Consecutive words of the vocabulary with their postings, in two chunks: postings, which every query with one of the words
/// needs, and positions, which only queries of several words need. See <c>docs/static-format.md</c>.</summary>
internal sealed class WordBlock
{
    /// <summary>Placeholder in a name for the word that the name is listed under.</summary>
    private const char Placeholder = '\u0001';

    private readonly ChunkWriter words = new();
    private readonly NumberCoder postings = new();
    private readonly NumberCoder positions = new();
    private int count;

    /// <summary>The first word.</summary>
    public string First { get; private set; } = "";

    /// <summary>The last word.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Number of words.</summary>
    public int Count => count;

    /// <summary>Size in bytes, uncompressed.</summary>
    public int Length => words.Length + postings.Length + positions.Length;

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
            words.Number(name.Posts);
            words.Text(Shorten(name.Name, word.Word));
            words.Text(name.Address);
        }

        postings.Value(Context.Fields, TextField.All.Length, word.Fields.Aggregate(0, (fields, field) => fields | (1 << field.Field)));
        foreach (var field in word.Fields)
            Add(field, TextFieldLength.IsInPostings(field.Field) ? lengths[field.Field] : null);
    }

    /// <summary>Returns a name in which U+0001 replaces the capitalised word that it is listed under.</summary>
    private static string Shorten(string name, string word)
    {
        if (!char.IsAsciiLetterLower(word[0]))
            return name;
        var capitalized = $"{(char)(word[0] - 'a' + 'A')}{word[1..]}";
        var at = name.IndexOf(capitalized, StringComparison.Ordinal);
        return at < 0 ? name : $"{name[..at]}{Placeholder}{name[(at + word.Length)..]}";
    }

    /// <summary>Returns the two chunks.</summary>
    public IReadOnlyList<Chunk> Chunks()
    {
        var counted = new ChunkWriter();
        counted.Number(count);
        counted.Append(words);
        return [new(".w", counted.ToArray(), postings.ToArray()), new(".p", [], positions.ToArray())];
    }

    private void Add(IndexedField field, byte[]? lengths)
    {
        postings.Number(Context.Count, field.Postings.Count - 1);
        var docs = Context.Docs + BitOperations.Log2((uint)field.Postings.Count);
        var before = -1;
        foreach (var posting in field.Postings)
        {
            postings.Number(docs, posting.Doc - before - 1);
            before = posting.Doc;
            postings.Number(Context.Frequencies + field.Field, posting.Positions.Length - 1);
            if (lengths is not null)
                postings.Number(Context.Lengths + field.Field, lengths[posting.Doc]);
            AddPositions(field.Field, posting.Positions);
        }
    }

    /// <summary>Adds for each occurrence the number of text blocks since the previous occurrence, and its position: relative to the
    /// previous occurrence in the same block, otherwise relative to the start of its block.</summary>
    private void AddPositions(int field, int[] places)
    {
        const int Step = StablePositions.Step;
        var before = -1;
        foreach (var place in places)
        {
            var blocks = (place / Step) - (Math.Max(before, 0) / Step);
            positions.Number((before < 0 ? Context.FirstBlock : Context.Block) + field, blocks);
            if (before < 0 || blocks > 0)
                positions.Value(Context.Place + field, BitOperations.Log2(Step), place % Step);
            else
                positions.Number(Context.Distance + field, place - before);
            before = place;
        }
    }

    /// <summary>Contexts of the coder: the kinds of numbers in postings and positions. Some have the field, or the number of bits of the
    /// count, added.</summary>
    private static class Context
    {
        public const int Fields = 0;
        public const int Count = 1;
        public const int Docs = 2;
        public const int Frequencies = 40;
        public const int Lengths = 50;

        public const int FirstBlock = 0;
        public const int Block = 10;
        public const int Place = 20;
        public const int Distance = 30;
    }
}
