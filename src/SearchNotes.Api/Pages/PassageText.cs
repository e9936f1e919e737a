using SearchNotes.Highlighting;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>The text of a passage with its inline code and with the words of a query in <c>mark</c> elements.</summary>
/// <param name="passage">The passage.</param>
/// <param name="marked">The text in runs; empty when nothing is flagged.</param>
internal sealed class PassageText(Passage passage, IReadOnlyList<Run> marked)
{
    /// <summary>The text as HTML.</summary>
    public Html Html => Html.Each(Pieces(), piece => piece);

    private IEnumerable<Html> Pieces()
    {
        var done = 0;
        foreach (var code in passage.InlineCode)
        {
            yield return Marked(done, code.Start);
            yield return $"""<code dir="ltr">{Marked(code.Start, code.End)}</code>""";
            done = code.End;
        }

        yield return Marked(done, passage.Text.Length);
    }

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
