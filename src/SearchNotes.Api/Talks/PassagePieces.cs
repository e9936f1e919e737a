using SearchNotes.Talks;

namespace SearchNotes.Api.Talks;

/// <summary>A stretch of a passage with the same link and the same form.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="IsCode">Whether it is inline code.</param>
internal readonly record struct PassagePiece(int Start, int End, bool IsCode);

/// <summary>Divides a passage at its links and its inline code.</summary>
internal static class PassagePieces
{
    /// <summary>Returns the parts of a passage in order, each with the link that it is the text of; <see langword="null"/> for none.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="links">Its links in order.</param>
    public static IEnumerable<(TextLink? Link, IReadOnlyList<PassagePiece> Pieces)> Of(Passage passage, IEnumerable<TextLink> links)
    {
        var done = 0;
        foreach (var link in links)
        {
            yield return (null, Between(passage, done, link.Start));
            yield return (link, Between(passage, link.Start, link.End));
            done = link.End;
        }

        yield return (null, Between(passage, done, passage.Text.Length));
    }

    private static List<PassagePiece> Between(Passage passage, int start, int end)
    {
        var pieces = new List<PassagePiece>();
        foreach (var code in passage.InlineCode)
        {
            var (from, to) = (Math.Max(start, code.Start), Math.Min(end, code.End));
            if (from >= to)
                continue;
            pieces.Add(new PassagePiece(start, from, IsCode: false));
            pieces.Add(new PassagePiece(from, to, IsCode: true));
            start = to;
        }

        pieces.Add(new PassagePiece(start, end, IsCode: false));
        return pieces;
    }
}
