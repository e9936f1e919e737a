namespace SearchNotes.Indexing.Analysis;

/// <summary>Reads the letters and digits of Unicode's mathematical alphabets, with which people write bold and script: 𝐇𝐞𝐥𝐥𝐨, ℋ𝑒𝑙𝑙𝑜.</summary>
internal static class MathLetters
{
    // The alphabets are the code points of this high surrogate: 13 times A to Z and a to z, then Greek, then digits.
    private const char High = '\uD835';
    private const int FirstDotless = 0x2A4;
    private const int FirstGreek = 0x2A8;
    private const int FirstDigamma = 0x3CA;
    private const int FirstDigit = 0x3CE;

    private const string Greek = "αβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";

    /// <summary>Returns the end of a run of such letters; the start if none begins there. Letters such as ℋ, which stand for places in the
    /// alphabets, belong to a run with others.</summary>
    public static int EndOf(string text, int start)
    {
        var end = start;
        var isRun = false;
        for (var length = LengthAt(text, end); length > 0; length = LengthAt(text, end))
        {
            isRun |= length == 2;
            end += length;
        }

        return isRun ? end : start;
    }

    /// <summary>Writes a run as plain letters in lower case. ℋ and its like stay for the folding.</summary>
    /// <returns>The number of letters.</returns>
    public static int Write(ReadOnlySpan<char> run, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < run.Length && length < into.Length; i++)
            into[length++] = run[i] == High && i + 1 < run.Length ? Plain(run[++i] - 0xDC00) : run[i];
        return length;
    }

    private static int LengthAt(string text, int at) => at >= text.Length ? 0 : text[at] switch
    {
        High when at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) => 2,
        >= '\u2102' and <= '\u2139' => 1,
        _ => 0,
    };

    private static char Plain(int index) => index switch
    {
        < FirstDotless => (char)('a' + index % 26),
        < FirstGreek => index == FirstDotless ? 'i' : 'j',
        < FirstDigamma => Greek[(index - FirstGreek) % Greek.Length],
        < FirstDigit => 'ϝ',
        _ => (char)('0' + (index - FirstDigit) % 10),
    };
}
