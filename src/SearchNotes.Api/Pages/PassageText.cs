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
    public Html Html => Html.Each(Pieces(), piece => piece);

    private IEnumerable<Html> Pieces()
    {
        var done = 0;
        foreach (var link in links)
        {
            yield return WithCode(done, link.Start);
            yield return $"""<a href="{link.Target}" rel="noopener">{WithCode(link.Start, link.End)}</a>""";
            done = link.End;
        }

        yield return WithCode(done, passage.Text.Length);
    }

    private Html WithCode(int start, int end)
    {
        var pieces = new List<Html>();
        foreach (var code in passage.InlineCode)
        {
            var (from, to) = (Math.Max(start, code.Start), Math.Min(end, code.End));
            if (from >= to)
                continue;
            pieces.Add(Marked(start, from));
            pieces.Add($"""<code dir="ltr">{Marked(from, to)}</code>""");
            start = to;
        }

        pieces.Add(Marked(start, end));
        return Html.Each(pieces, piece => piece);
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
