namespace SearchNotes.Talks.Features;

/// <summary>Cuts a text into the words that <see cref="WordOdds"/> knows: lower case, a year as <c>#y</c>, any other number as <c>#</c>,
/// pairs of letters where words have no spaces.</summary>
internal ref struct Tokens
{
    private const int Longest = 24;
    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> buffer;
    private int at;

    private Tokens(ReadOnlySpan<char> text)
    {
        this.text = text;
        buffer = new char[Longest];
    }

    /// <summary>The word that the enumeration stands on; valid until it moves.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The words of a text.</summary>
    internal static Tokens In(ReadOnlySpan<char> text) => new(text);

    /// <summary>Enumerates.</summary>
    public readonly Tokens GetEnumerator() => this;

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        while (at < text.Length)
        {
            var start = at;
            if (text[at] >= '\u3040' && char.IsLetter(text[at]))
            {
                at++;
                if (at >= text.Length || text[at] < '\u3040' || !char.IsLetter(text[at]))
                    continue;
                Current = text.Slice(start, 2);
                return true;
            }

            while (at < text.Length && text[at] < '\u3040' && char.IsLetterOrDigit(text[at]))
                at++;
            if (at == start)
            {
                at++;
                continue;
            }

            Current = Word(text[start..at]);
            return true;
        }

        return false;
    }

    private readonly ReadOnlySpan<char> Word(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAnyExceptInRange('0', '9') < 0)
            return word is ['1', '9', _, _] or ['2', '0', _, _] ? "#y" : "#";
        word = word[..Math.Min(word.Length, Longest)];
        return buffer[..word.ToLowerInvariant(buffer)];
    }
}
