using SearchNotes.Api.Talks;
using SearchNotes.Highlighting;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>The text of a passage with its links and inline code, and with the words of a query in <c>mark</c> elements.</summary>
/// <param name="passage">The passage.</param>
/// <param name="links">Its links, with absolute URLs.</param>
/// <param name="marked">The text in runs; empty when nothing is flagged.</param>
internal sealed class PassageText(Passage passage, IEnumerable<TextLink> links, IReadOnlyList<Run> marked)
{
    /// <summary>The text as HTML.</summary>
    public Html Html => Html.Each(PassagePieces.Of(passage, links), part => Linked(part.Link, Html.Each(part.Pieces, Piece)));

    private static Html Linked(TextLink? link, Html text) =>
        link is { Target: var target } ? (Html)$"""<a href="{target}" rel="noopener">{text}</a>""" : text;

    private Html Piece(PassagePiece piece) =>
        piece.IsCode ? (Html)$"""<code dir="ltr">{Marked(piece.Start, piece.End)}</code>""" : Marked(piece.Start, piece.End);

    /// <summary>Returns a part of the text, in the runs that lie in it.</summary>
    private Html Marked(int start, int end)
    {
        if (marked.Count == 0)
            return $"{passage.Text[start..end]}";
        var pieces = new List<Html>();
        var at = 0;
        foreach (var run in marked)
        {
            var (from, to) = (Math.Max(start, at), Math.Min(end, at + run.Text.Length));
            if (from < to)
                pieces.Add(Html.Choose(run.IsMatch, $"<mark>{passage.Text[from..to]}</mark>", $"{passage.Text[from..to]}"));
            at += run.Text.Length;
        }

        return Html.Each(pieces, piece => piece);
    }
}
