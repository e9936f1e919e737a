using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Candidates;

/// <summary>The terms of one field of some talks, for looking up single terms. They cannot be listed.</summary>
/// <param name="find">Returns the documents that contain a term, in order, with its positions.</param>
/// <param name="hasPositions">Whether the field has positions.</param>
internal sealed class CandidateTerms(Func<string, IReadOnlyList<CandidatePosting>> find, bool hasPositions) : Terms
{
    private readonly Func<string, IReadOnlyList<CandidatePosting>> find = find;

    /// <inheritdoc/>
    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    /// <inheritdoc/>
    public override long Count => -1;

    /// <inheritdoc/>
    public override long SumTotalTermFreq => -1;

    /// <inheritdoc/>
    public override long SumDocFreq => -1;

    /// <inheritdoc/>
    public override int DocCount => -1;

    /// <inheritdoc/>
    public override bool HasFreqs => true;

    /// <inheritdoc/>
    public override bool HasOffsets => false;

    /// <inheritdoc/>
    public override bool HasPositions => hasPositions;

    /// <inheritdoc/>
    public override bool HasPayloads => false;

    /// <inheritdoc/>
    public override TermsEnum GetEnumerator() => new LookUp(this);

    private sealed class LookUp(CandidateTerms terms) : TermsEnum
    {
        private readonly BytesRef current = new();
        private IReadOnlyList<CandidatePosting> postings = [];

        public override IComparer<BytesRef> Comparer => terms.Comparer;

        public override BytesRef Term => current;

        public override long Ord => throw new NotSupportedException();

        public override int DocFreq => postings.Count;

        public override long TotalTermFreq => -1;

        public override bool SeekExact(BytesRef text)
        {
            postings = terms.find(text.Utf8ToString());
            current.CopyBytes(text);
            return postings.Count > 0;
        }

        public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException();

        public override void SeekExact(long ord) => throw new NotSupportedException();

        public override bool MoveNext() => throw new NotSupportedException();

        [Obsolete("Use MoveNext().")]
        public override BytesRef Next() => throw new NotSupportedException();

        public override DocsEnum Docs(IBits liveDocs, DocsEnum reuse, DocsFlags flags) => new Postings(postings);

        public override DocsAndPositionsEnum DocsAndPositions(IBits liveDocs, DocsAndPositionsEnum reuse, DocsAndPositionsFlags flags) =>
            new Postings(postings);
    }

    private sealed class Postings(IReadOnlyList<CandidatePosting> postings) : DocsAndPositionsEnum
    {
        private int at = -1;
        private int position;

        public override int DocID => at < 0 ? -1 : at < postings.Count ? postings[at].Doc : DocIdSetIterator.NO_MORE_DOCS;

        public override int Freq => Math.Max(1, postings[at].Positions.Length);

        public override int StartOffset => -1;

        public override int EndOffset => -1;

        public override int NextDoc()
        {
            (at, position) = (Math.Min(at + 1, postings.Count), 0);
            return DocID;
        }

        public override int Advance(int target)
        {
            while (NextDoc() < target)
            {
            }

            return DocID;
        }

        public override int NextPosition() => postings[at].Positions.Span[position++];

        public override BytesRef GetPayload() => null!; // As Lucene does where there is no payload.

        public override long GetCost() => postings.Count;
    }
}

/// <summary>Occurrences of a term in one document.</summary>
/// <param name="Doc">Number of the document.</param>
/// <param name="Positions">The positions, in order.</param>
internal readonly record struct CandidatePosting(int Doc, ReadOnlyMemory<int> Positions);
