using System.Numerics;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Consecutive words of the vocabulary with their postings, in two chunks: postings, which every query with one of the words
/// needs, and positions, which only queries of several words need. See <c>docs/static-format.md</c>.</summary>
internal sealed class WordBlock
{
    /// <summary>Placeholder in a name for the word that the name is listed under.</summary>
    private const char Placeholder = '\u0001';

    private readonly NumberCoder numbers = new();
    private readonly NumberCoder positions = new();
    private readonly LetterCoder words;
    private readonly LetterCoder names;
    private int count;

    /// <summary>Creates a block without words.</summary>
    public WordBlock() => (words, names) = (new(numbers), new(numbers));

    /// <summary>The first word.</summary>
    public string First { get; private set; } = "";

    /// <summary>The last word.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Number of words.</summary>
    public int Count => count;

    /// <summary>Size in bytes, uncompressed.</summary>
    public int Length => words.Length + names.Length + numbers.Length + positions.Length;

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="containing">Names that contain it.</param>
    /// <param name="lengths">Encoded field lengths by field and document.</param>
    public void Add(IndexedWord word, IReadOnlyList<CompletedName> containing, IReadOnlyList<byte[]> lengths)
    {
        if (count++ == 0)
            First = word.Word;
        words.Add(Context.Word, word.Word, Last);
        Last = word.Word;
        foreach (var (i, others) in new[] { word.Forms, word.Derived, word.Corrections }.Index())
        {
            numbers.Number(Context.Others + i, others.Count);
            foreach (var other in others)
                words.Add(Context.Word + ((1 + i) * LetterCoder.Contexts), other, word.Word);
        }

        numbers.Number(Context.Split, word.Split);
        numbers.Number(Context.Names, containing.Count);
        foreach (var name in containing)
        {
            numbers.Number(Context.Names + 1, name.Facet);
            numbers.Number(Context.Names + 2, name.Count);
            numbers.Number(Context.Names + 3, name.Posts);
            names.Add(Context.Name, Shorten(name.Name, word.Word));
            names.Add(Context.Address, name.Address);
        }

        numbers.Value(Context.Fields, TextField.All.Length, word.Fields.Aggregate(0, (fields, field) => fields | (1 << field.Field)));
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
        var text = new ChunkWriter();
        text.Number(count);
        text.Text(words.Letters);
        text.Text(names.Letters);
        return [new(".w", text.ToArray(), numbers.ToArray()), new(".p", [], positions.ToArray())];
    }

    private void Add(IndexedField field, byte[]? lengths)
    {
        numbers.Number(Context.Count, field.Postings.Count - 1);
        var docs = Context.Docs + BitOperations.Log2((uint)field.Postings.Count);
        var before = -1;
        foreach (var posting in field.Postings)
        {
            numbers.Number(docs, posting.Doc - before - 1);
            before = posting.Doc;
            numbers.Number(Context.Frequencies + field.Field, posting.Positions.Length - 1);
            if (lengths is not null)
                numbers.Number(Context.Lengths + field.Field, lengths[posting.Doc]);
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

    /// <summary>Contexts of the coders: the kinds of numbers in words, postings and positions. Some have the field, the number of bits of the
    /// count, or the kind of word added.</summary>
    private static class Context
    {
        public const int Fields = 0;
        public const int Count = 1;
        public const int Docs = 2;
        public const int Frequencies = 40;
        public const int Lengths = 50;
        public const int Word = 60;
        public const int Others = 68;
        public const int Split = 71;
        public const int Names = 72;
        public const int Name = 76;
        public const int Address = 78;

        public const int FirstBlock = 0;
        public const int Block = 10;
        public const int Place = 20;
        public const int Distance = 30;
    }
}
