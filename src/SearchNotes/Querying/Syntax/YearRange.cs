using System.Globalization;

namespace SearchNotes.Querying.Syntax;

/// <summary>A range of years, both ends included.</summary>
internal readonly record struct YearRange(int First, int Last)
{
    /// <summary>Parses <c>2013</c>, <c>2012..2014</c>, <c>2012-2014</c>, <c>2012..</c> and <c>..2014</c>. A reversed range is
    /// put in order.</summary>
    public static bool TryRead(string text, out YearRange range)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (cut, width) = dots >= 0 ? (dots, 2) : (text.IndexOf('-', StringComparison.Ordinal), 1);
        var (from, to) = cut < 0 ? (text, text) : (text[..cut], text[(cut + width)..]);
        range = default;
        var isOpen = from.Length == 0 || to.Length == 0;
        if (isOpen && (width == 1 || from.Length == to.Length))
            return false;
        if (!TryYear(from, 0, out var first) || !TryYear(to, 9999, out var last))
            return false;

        range = first <= last ? new(first, last) : new(last, first);
        return true;
    }

    /// <summary>Returns whether a year is in the range.</summary>
    public bool Contains(int year) => year >= First && year <= Last;

    /// <summary>Returns the shortest spelling.</summary>
    public override string ToString() => (First, Last) switch
    {
        var (first, last) when first == last => Write(first),
        (0, var last) => $"..{Write(last)}",
        (var first, 9999) => $"{Write(first)}..",
        var (first, last) => $"{Write(first)}..{Write(last)}",
    };

    private static bool TryYear(string text, int whenEmpty, out int year)
    {
        year = whenEmpty;
        return text.Length == 0
            || text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }

    private static string Write(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
