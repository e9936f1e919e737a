namespace SearchNotes.Talks.Readings;

/// <summary>Dashes, bars and slashes between the words of a heading.</summary>
internal static class Dashes
{
    private static readonly string[] All =
        [" - ", " – ", " — ", " -- ", " --- ", " | ", " // ", " ~ ", "／", " / ", " ― ", " ー ", "——", " • ", " · ", " : ", " –", " —"];

    /// <summary>The last dash between words; (-1, 0) when there is none.</summary>
    internal static (int At, int Length) Last(string text)
    {
        var (last, length) = (-1, 0);
        foreach (var dash in All)
        {
            if (text.LastIndexOf(dash, StringComparison.Ordinal) is var at && at > last)
                (last, length) = (at, dash.Length);
        }

        // "Deep Dive into Coroutine -김대희": before a script without capitals one space is enough.
        var narrow = text.LastIndexOf(" -", StringComparison.Ordinal);
        return narrow > last && narrow + 2 < text.Length && text[narrow + 2] >= '\u3040' ? (narrow, 2) : (last, length);
    }

    /// <summary>The first dash between words that does not begin the text; (-1, 0) when there is none.</summary>
    internal static (int At, int Length) First(string text)
    {
        var (first, length) = (-1, 0);
        foreach (var dash in All)
        {
            var at = text.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && (first < 0 || at < first))
                (first, length) = (at, dash.Length);
        }

        return (first, length);
    }
}
