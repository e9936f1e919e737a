using System.Text;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.OpenSearch;

/// <summary>Writes terms so that the cluster keeps them as they are, each at its position.</summary>
/// <remarks>A text is written word by word, separated by spaces; the terms at one position are joined by <see cref="Beside"/>, and an empty
/// position is <see cref="Nothing"/>. Signs of the private use area stand for those that would be read otherwise.</remarks>
internal static class Terms
{
    /// <summary>Joins terms at one position.</summary>
    public const char Beside = '\uE001';

    /// <summary>A position without a term.</summary>
    public const char Nothing = '\uE000';

    private const char Reserved = '\uE002';
    private const char Dot = '\uE003';

    /// <summary>Returns a term without signs that have a meaning here.</summary>
    public static string Plain(string term)
    {
        var isPlain = true;
        foreach (var c in term)
            isPlain &= !IsReserved(c) && !char.IsSurrogate(c);
        return isPlain ? term : Replace(term);
    }

    /// <summary>Returns a term as the name of a feature. A dot in a name is accepted and never found.</summary>
    public static string Feature(string term) => Plain(term).Replace('.', Dot);

    /// <summary>Returns text as it can be written in JSON: half a surrogate pair cannot.</summary>
    public static string Sound(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    /// <summary>Writes tokens.</summary>
    /// <param name="into">Receives the text.</param>
    /// <param name="tokens">The tokens, by position.</param>
    public static void Write(StringBuilder into, IReadOnlyList<Token> tokens)
    {
        var last = -1;
        foreach (var token in tokens)
        {
            if (token.Position == last)
            {
                into.Append(Beside);
            }
            else
            {
                // One empty position keeps apart what does not stand side by side, however far it is.
                if (last >= 0 && token.Position > last + 1)
                    into.Append(' ').Append(Nothing);
                if (into.Length > 0)
                    into.Append(' ');
            }

            into.Append(Plain(token.Term));
            last = token.Position;
        }
    }

    /// <summary>Writes a sequence of alternatives.</summary>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> steps) =>
        string.Join(' ', steps.Select(step => step.Count == 0 ? Nothing.ToString() : string.Join(Beside, step.Select(Plain))));

    private static bool IsReserved(char c) => c is >= Nothing and <= Dot || char.IsWhiteSpace(c) || char.IsControl(c);

    private static string Replace(string term)
    {
        var plain = new StringBuilder(term.Length);
        foreach (var rune in term.EnumerateRunes())
        {
            if (rune.IsBmp && IsReserved((char)rune.Value))
                plain.Append(Reserved);
            else
                plain.Append(rune.ToString());
        }

        return plain.ToString();
    }
}
