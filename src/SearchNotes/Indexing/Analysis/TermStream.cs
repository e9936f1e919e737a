using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Token stream over prepared terms. One per field, refilled for each document.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private int next;
    private int position;

    /// <summary>Creates the stream.</summary>
    /// <param name="tokens">The terms, by position; whoever owns the list may refill it.</param>
    public TermStream(List<Token> tokens)
    {
        Tokens = tokens;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>The terms of the stream, by position.</summary>
    public List<Token> Tokens { get; }

    public override void Reset()
    {
        base.Reset();
        (next, position) = (0, -1);
    }

    public override bool IncrementToken()
    {
        if (next == Tokens.Count)
            return false;
        var token = Tokens[next++];
        term.SetEmpty().Append(token.Term);
        increment.PositionIncrement = token.Position - position;
        position = token.Position;
        return true;
    }
}
