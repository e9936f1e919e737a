using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Matching;

/// <summary>Looks terms up in the fields of one snapshot and opens their postings. Borrowed for one search at a time.</summary>
internal sealed class TermReader(IReadOnlyList<AtomicReaderContext> leaves)
{
    private readonly TermsEnum?[] enums = new TermsEnum?[leaves.Count * TextField.All.Length];
    private readonly bool[] isOpen = new bool[leaves.Count * TextField.All.Length];
    private readonly DocsEnum?[] docs = new DocsEnum?[leaves.Count];
    private readonly Reused[] positions = new Reused[leaves.Count * TextField.All.Length];
    private readonly BytesRef bytes = new();

    /// <summary>Where a term stands in a set of fields.</summary>
    /// <param name="term">The folded term.</param>
    /// <param name="fields">Which fields to look in.</param>
    /// <param name="into">Gets a posting per leaf and field that holds it.</param>
    /// <returns>In how many documents it stands: the largest number of any field.</returns>
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

    /// <summary>The documents of a posting.</summary>
    /// <param name="term">The term that it was found for.</param>
    /// <param name="posting">The posting.</param>
    /// <returns>Good until the next of the same leaf.</returns>
    public DocsEnum Docs(string term, Posting posting) =>
        docs[posting.Leaf] = Seek(term, posting).Docs(leaves[posting.Leaf].AtomicReader.LiveDocs, docs[posting.Leaf]);

    /// <summary>The documents of a posting with the positions in them. Several may be open at once.</summary>
    /// <returns>Good until <see cref="CloseAll"/>.</returns>
    public DocsAndPositionsEnum? Positions(string term, Posting posting)
    {
        ref var reused = ref positions[(posting.Leaf * TextField.All.Length) + posting.Field];
        return reused.Keep(Seek(term, posting)
            .DocsAndPositions(leaves[posting.Leaf].AtomicReader.LiveDocs, reused.Next, DocsAndPositionsFlags.NONE));
    }

    /// <summary>Gives back what <see cref="Positions"/> opened, to be opened again: each holds some kilobytes of buffers.</summary>
    public void CloseAll()
    {
        for (var i = 0; i < positions.Length; i++)
            positions[i].Rewind();
    }

    private TermsEnum Seek(string term, Posting posting)
    {
        bytes.CopyChars(term);
        var terms = Terms(posting.Leaf, posting.Field)!; // The posting was found in it.
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

    /// <summary>Enumerators of one field of one leaf, opened again and again in the same order.</summary>
    private struct Reused
    {
        /// <summary>More are not kept: few queries need them.</summary>
        private const int Most = 16;

        private List<DocsAndPositionsEnum>? kept;
        private int next;

        public readonly DocsAndPositionsEnum? Next => kept is not null && next < kept.Count ? kept[next] : null;

        public DocsAndPositionsEnum? Keep(DocsAndPositionsEnum? opened)
        {
            if (opened is null || next == Most)
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

/// <summary>Where a term stands: one field of one leaf.</summary>
/// <param name="Leaf">Number of the leaf.</param>
/// <param name="Field">Number in <see cref="TextField.All"/>.</param>
/// <param name="DocFreq">How many documents.</param>
/// <param name="State">Leads back to the postings without another look-up.</param>
internal readonly record struct Posting(int Leaf, int Field, int DocFreq, TermState State);
