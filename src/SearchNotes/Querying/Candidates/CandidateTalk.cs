using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Candidates;

/// <summary>A talk that another engine found, with its terms. Immutable.</summary>
internal sealed class CandidateTalk
{
    private readonly FieldTerms[] fields;

    private CandidateTalk(StoredTalk stored, bool isRemainder, FieldTerms[] fields, IReadOnlyList<string> codeLanguages) =>
        (Stored, IsRemainder, this.fields, CodeLanguages) = (stored, isRemainder, fields, codeLanguages);

    /// <summary>The talk.</summary>
    public StoredTalk Stored { get; }

    /// <summary>Whether the document is what a post holds outside its talks.</summary>
    public bool IsRemainder { get; }

    /// <summary>Languages of its code blocks.</summary>
    public IReadOnlyList<string> CodeLanguages { get; }

    /// <summary>Approximate memory in bytes, without the terms, which talks share.</summary>
    public int Bytes => 1_500 + fields.Sum(terms => 150 + (terms.Terms.Length * 12) + (terms.Positions.Length * 4))
        + Stored.Talk.Passages.Sum(passage => 150 + (passage.Text.Length * 2));

    /// <summary>Reads the terms of a talk.</summary>
    /// <param name="stored">The talk.</param>
    /// <param name="isRemainder">Whether the document is what a post holds outside its talks.</param>
    /// <param name="text">The reader of terms, which is not thread-safe.</param>
    /// <param name="pool">The terms of all talks.</param>
    public static CandidateTalk Read(StoredTalk stored, bool isRemainder, TalkTerms text, TermPool pool)
    {
        text.Read(stored, isRemainder);
        var byName = text.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        return new CandidateTalk(stored, isRemainder,
            Array.ConvertAll(TextField.All, field => byName.TryGetValue(field.Name, out var tokens)
                ? FieldTerms.Of(tokens.Tokens, FieldLength.Encode(tokens.Length), pool) : FieldTerms.Empty),
            text.CodeLanguages);
    }

    /// <summary>Encoded length of a field, by its index in <see cref="TextField.All"/>.</summary>
    public byte Length(int field) => fields[field].Length;

    /// <summary>Returns the positions of a term in a field; empty when the field does not contain it.</summary>
    public ReadOnlyMemory<int> Positions(int field, string term)
    {
        var terms = fields[field];
        var at = Array.BinarySearch(terms.Terms, term, StringComparer.Ordinal);
        return at < 0 ? default : terms.Positions.AsMemory(terms.Starts[at], terms.Starts[at + 1] - terms.Starts[at]);
    }

    /// <summary>The distinct terms of one field, in ordinal order, with their positions.</summary>
    private sealed record FieldTerms(string[] Terms, int[] Starts, int[] Positions, byte Length)
    {
        public static readonly FieldTerms Empty = new([], [0], [], 0);

        public static FieldTerms Of(List<Token> tokens, byte length, TermPool pool)
        {
            var order = tokens.ToArray();
            // Positions rise in a text, so a stable order by term keeps them in order.
            Array.Sort(order, static (a, b) =>
                string.CompareOrdinal(a.Term, b.Term) is var byTerm and not 0 ? byTerm : a.Position.CompareTo(b.Position));
            var (terms, starts, positions) = (new List<string>(), new List<int>(), new int[order.Length]);
            for (var i = 0; i < order.Length; i++)
            {
                positions[i] = order[i].Position;
                if (i > 0 && order[i].Term == order[i - 1].Term)
                    continue;
                terms.Add(pool.Of(order[i].Term));
                starts.Add(i);
            }

            starts.Add(order.Length);
            return new FieldTerms([.. terms], [.. starts], positions, length);
        }
    }
}
