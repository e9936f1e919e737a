namespace SearchNotes.Indexing.Analysis;

/// <summary>The first two characters of a set of terms, as a small bit table. It rules out most words of a text without a look-up.
/// It can give false positives but no false negatives.</summary>
internal sealed class TermPrefixes
{
    private readonly ulong[] pairs = new ulong[16];
    private readonly bool[] singles = new bool[128];
    private bool hasHyphen;

    /// <summary>Adds a term to the set.</summary>
    public void Add(string term)
    {
        // Terms that begin with a non-ASCII letter need no entry: words with such letters are never ruled out.
        if (term.Length == 0 || term[0] >= 128)
            return;
        hasHyphen |= term[0] == '-';
        if (term.Length == 1)
            singles[term[0]] = true;
        else
            pairs[Hash(term[0], term[1]) >> 6] |= 1UL << (Hash(term[0], term[1]) & 63);
    }

    /// <summary>Whether a word of ASCII letters and digits may be one of the terms.</summary>
    public bool MayContain(ReadOnlySpan<char> word) =>
        word.Length == 1 ? singles[Lower(word[0])] : IsSet(Lower(word[0]), Lower(word[1]));

    /// <summary>Whether a folded term may be one of the terms.</summary>
    public bool MayContainTerm(ReadOnlySpan<char> term) =>
        term[0] >= 128 || (term.Length == 1 ? singles[term[0]] : IsSet(term[0], term[1]));

    /// <summary>Whether one of the terms may begin anywhere in a text. Apostrophes and hyphens are ignored, as in terms.</summary>
    public bool MayOccurIn(ReadOnlySpan<char> text)
    {
        var last = '\0';
        foreach (var c in text)
        {
            if (c is '\'' or '\u2018' or '\u2019')
                continue;
            if (c >= 128)
            {
                // Dashes, quotation marks and ellipses are frequent in text and never part of a term.
                if (c is not (>= '\u2012' and <= '\u205E'))
                    return true;
                last = '\0';
                continue;
            }

            var lower = Lower(c);
            if (singles[lower] || IsSet(last, lower) || IsSet(lower, lower))
                return true;
            if (c != '-')
                last = lower;
            else if (hasHyphen)
                return true;
        }

        return false;
    }

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

    private static int Hash(char first, char second) => (first * 37 + second) & 1023;

    private bool IsSet(char first, char second) => (pairs[Hash(first, second) >> 6] & 1UL << (Hash(first, second) & 63)) != 0;
}
