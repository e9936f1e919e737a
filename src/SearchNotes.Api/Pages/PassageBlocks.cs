using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>A passage and its HTML.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Html">The passage as one element.</param>
internal sealed record PassageBlock(Passage Passage, Html Html);

/// <summary>Arranges passages as the post does: list items in lists, and lists in the items that hold them.</summary>
internal static class PassageBlocks
{
    /// <summary>Returns passages as HTML.</summary>
    public static Html Of(IEnumerable<PassageBlock> passages) => Inside(passages.ToArray(), depth: 0);

    /// <summary>Returns the passages of an item of a list of this depth; 0 for those outside of lists.</summary>
    private static Html Inside(ArraySegment<PassageBlock> passages, int depth)
    {
        var pieces = new List<Html>();
        for (var i = 0; i < passages.Count;)
        {
            var end = EndOfList(passages, i, depth + 1);
            pieces.Add(Html.Choose(end > i, List(passages[i..end], depth + 1), passages[i].Html));
            i = Math.Max(end, i + 1);
        }

        return Html.Each(pieces, piece => piece);
    }

    /// <summary>Returns the end of the list of this depth that begins at a passage; the passage itself when none does. Another kind of
    /// marker begins another list.</summary>
    private static int EndOfList(ArraySegment<PassageBlock> passages, int start, int depth)
    {
        var end = start;
        bool? isOrdered = null;
        for (; end < passages.Count && passages[end].Passage.ListDepth >= depth; end++)
        {
            if (!BeginsItem(passages[end], depth))
                continue;
            var isNumber = IsNumber(passages[end]);
            if ((isOrdered ??= isNumber) != isNumber)
                break;
        }

        return end;
    }

    private static Html List(ArraySegment<PassageBlock> passages, int depth)
    {
        if (passages.Count == 0)
            return Html.Nothing;
        var items = new List<Html>();
        for (var start = 0; start < passages.Count;)
        {
            var end = start + 1;
            while (end < passages.Count && !BeginsItem(passages[end], depth))
                end++;
            items.Add($"<li>{Inside(passages[start..end], depth)}</li>");
            start = end;
        }

        var all = Html.Each(items, item => item);
        var first = passages.FirstOrDefault(passage => BeginsItem(passage, depth));
        if (first is null || !IsNumber(first))
            return $"<ul>{all}</ul>";
        var number = first.Passage.ListMarker!.TrimEnd('.'); // It begins an item.
        return Html.Choose(number == "1", $"<ol>{all}</ol>", $"""<ol start="{number}">{all}</ol>""");
    }

    private static bool BeginsItem(PassageBlock passage, int depth) => passage.Passage.ListMarker is not null && passage.Passage.ListDepth == depth;

    private static bool IsNumber(PassageBlock passage) => passage.Passage.ListMarker is [>= '0' and <= '9', ..];
}
