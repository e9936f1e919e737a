using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Matching;

/// <summary>Looks up terms in the fields of one snapshot and opens their postings. Not thread-safe: rented by one search at a
/// time.</summary>
internal sealed class TermReader(IReadOnlyList<AtomicReaderContext> leaves)
{
    private readonly TermsEnum?[] enums = new TermsEnum?[leaves.Count * TextField.All.Length];
    private readonly bool[] isOpen = new bool[leaves.Count * TextField.All.Length];
    private readonly DocsEnum?[] docs = new DocsEnum?[leaves.Count];
    private readonly Reused[] positions = new Reused[leaves.Count];
    private readonly BytesRef bytes = new();

    /// <summary>Finds the postings of a term in a set of fields.</summary>
    /// <param name="term">The folded term.</param>
    /// <param name="fields">The fields to search.</param>
    /// <param name="into">Receives one posting per segment and field that contains the term.</param>
    /// <returns>The number of documents that contain the term, in the field where it is most frequent.</returns>
    public int Find(string term, FieldSet fields, List<Posting> into)
    {
        bytes.CopyChars(term);
        var most = 0;
        for (var f = 0; f < TextField.All.Length; f++)
        {
            if ((fields & TextField.All[f].Flag) == 0)
                continue;
            var count = 0;
            for (var leaf = 0; leaf < leaves.Count; leaf++)
            {
                if (Terms(leaf, f) is not { } terms || !terms.SeekExact(bytes))
                    continue;
                count += terms.DocFreq;
                into.Add(new Posting(leaf, f, terms.DocFreq, terms.GetTermState()));
            }

            most = Math.Max(most, count);
        }

        return most;
    }

    /// <summary>Returns the documents of a posting.</summary>
    /// <param name="term">The term of the posting.</param>
    /// <param name="posting">The posting.</param>
    /// <returns>An enumerator that is valid until the next call for the same segment.</returns>
    public DocsEnum Docs(string term, Posting posting) =>
        docs[posting.Leaf] = Seek(term, posting).Docs(leaves[posting.Leaf].AtomicReader.LiveDocs, docs[posting.Leaf]);

    /// <summary>Returns the documents of a posting with the positions of the term. Several enumerators may be open at once.</summary>
    /// <returns>An enumerator that is valid until <see cref="CloseAll"/>.</returns>
    public DocsAndPositionsEnum? Positions(string term, Posting posting)
    {
        ref var reused = ref positions[posting.Leaf];
        return reused.Reuse(Seek(term, posting)
            .DocsAndPositions(leaves[posting.Leaf].AtomicReader.LiveDocs, reused.Next, DocsAndPositionsFlags.NONE));
    }

    /// <summary>Closes the enumerators opened by <see cref="Positions"/>, so that they can be reused: each holds several kilobytes of
    /// buffers.</summary>
    public void CloseAll()
    {
        for (var i = 0; i < positions.Length; i++)
            positions[i].Rewind();
    }

    private TermsEnum Seek(string term, Posting posting)
    {
        bytes.CopyChars(term);
        var terms = Terms(posting.Leaf, posting.Field)!; // Not null: the posting was found in this field.
        terms.SeekExact(bytes, posting.State);
        return terms;
    }

    private TermsEnum? Terms(int leaf, int field)
    {
        var i = (leaf * TextField.All.Length) + field;
        if (isOpen[i])
            return enums[i];
        isOpen[i] = true;
        return enums[i] = leaves[leaf].AtomicReader.GetTerms(TextField.All[field].Name)?.GetEnumerator();
    }

    /// <summary>Reusable enumerators of one segment, in the order in which they are opened. They can be reused for any field, because all
    /// fields have positions and none has offsets or payloads.</summary>
    private struct Reused
    {
        /// <summary>Maximum number of enumerators to keep: two words, one of them the beginning of <see cref="Ranking.MaxPrefixTerms"/>
        /// others.</summary>
        private const int MaxKept = 64;

        private List<DocsAndPositionsEnum>? kept;
        private int next;

        public readonly DocsAndPositionsEnum? Next => kept is not null && next < kept.Count ? kept[next] : null;

        public DocsAndPositionsEnum? Reuse(DocsAndPositionsEnum? opened)
        {
            if (opened is null || next == MaxKept)
                return opened;
            kept ??= [];
            if (next < kept.Count)
                kept[next] = opened;
            else
                kept.Add(opened);
            next++;
            return opened;
        }

        public void Rewind() => next = 0;
    }
}

/// <summary>Occurrences of a term in one field of one segment.</summary>
/// <param name="Leaf">Index of the segment.</param>
/// <param name="Field">Index in <see cref="TextField.All"/>.</param>
/// <param name="DocFreq">Number of documents that contain the term.</param>
/// <param name="State">State that reopens the postings without another look-up.</param>
internal readonly record struct Posting(int Leaf, int Field, int DocFreq, TermState State);
