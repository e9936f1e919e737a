using System.Buffers;

namespace SearchNotes.Talks.Blocks;

/// <summary>Finds what is left of mark-up that the parser does not know or could not read: broken links, unresolved references, template
/// tags, the marks of dialects.</summary>
/// <remarks>
/// <c>[q](http://x.org/q package</c> → q package, <c>[Go][nowhere]</c> → Go, <c>text [1]: http://x.org</c> → text,
/// <c>{:target="_blank"}</c>, <c>{% include x %}</c>, <c>{{ x }}</c> and <c>[^1]</c> → nothing. <c>[[people/bo|Bo]]</c> → Bo,
/// <c>==bright==</c> → bright. Inline code is never touched.
/// </remarks>
internal static class Debris
{
    private static readonly SearchValues<string> AddressStarts =
        SearchValues.Create(["mailto:", "http", "www."], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Signs = SearchValues.Create(["[", "{", "](", "==", "++", "~", "^"], StringComparison.Ordinal);

    /// <summary>The parts of a text to take out, sorted and disjoint.</summary>
    internal static List<TextRange> Find(string text, IReadOnlyList<TextSpan> spans)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return [];
        var cuts = new List<TextRange>();
        var opened = new Stack<int>();
        var code = new CodeSkipper(spans);
        for (var i = 0; i < text.Length;)
        {
            var next = code.SkipFrom(i);
            if (next == i)
                next = Read(text, i, opened, cuts);
            i = next;
        }

        cuts.Sort((a, b) => a.Start.CompareTo(b.Start));
        return cuts;
    }

    /// <summary>Takes parts out of a text and moves the spans along.</summary>
    internal static (string Text, IReadOnlyList<TextSpan> Spans) Cut(string text, List<TextSpan> spans, List<TextRange> cuts)
    {
        var moved = new int[text.Length + 1];
        var kept = new char[text.Length];
        var length = 0;
        var cut = 0;
        for (var i = 0; i < text.Length; i++)
        {
            moved[i] = length;
            while (cut < cuts.Count && i >= cuts[cut].End)
                cut++;
            var isCut = cut < cuts.Count && i >= cuts[cut].Start;
            var isSpace = isCut ? i == cuts[cut].Start && DialectSpans.Separates(text, cuts[cut]) : text[i] == ' ';
            if (isSpace && length > 0 && kept[length - 1] != ' ')
                kept[length++] = ' ';
            if (!isSpace && !isCut)
                kept[length++] = text[i];
        }

        if (length > 0 && kept[length - 1] == ' ')
            length--;
        moved[text.Length] = length;
        var result = new List<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            var start = Math.Min(moved[span.Start], length);
            var end = Math.Min(moved[span.End], length);
            if (end > start)
                result.Add(span with { Start = start, Length = end - start });
        }

        return (new string(kept, 0, length), result);
    }

    private static int Read(string text, int at, Stack<int> opened, List<TextRange> cuts)
    {
        switch (text[at])
        {
            case '[':
                return ReadOpening(text, at, opened, cuts);
            case ']':
                return ReadClosing(text, at, opened, cuts);
            case '{' or '=' or '+' or '~' or '^':
                return DialectSpans.Read(text, at, cuts);
            default:
                return at + 1;
        }
    }

    private static int ReadOpening(string text, int at, Stack<int> opened, List<TextRange> cuts)
    {
        if (DialectSpans.ReadWikiLink(text, at, cuts) is > 0 and var wikiEnd)
            return wikiEnd;
        if (BracketTags.EndOf(text, at) is > 0 and var tagEnd)
        {
            cuts.Add(new TextRange(at, tagEnd - at));
            return tagEnd;
        }

        if (at + 2 < text.Length && text[at + 1] == '^')
        {
            var end = text.IndexOf(']', at, Math.Min(40, text.Length - at));
            if (end > 0)
            {
                end = end + 1 < text.Length && text[end + 1] == ':' ? end + 2 : end + 1;
                cuts.Add(new TextRange(at, end - at));
                return end;
            }
        }

        if (at == 0 && text is [_, ' ' or 'x' or 'X', ']', ' ', ..])
        {
            cuts.Add(new TextRange(0, 3));
            return 3;
        }

        opened.Push(at);
        return at + 1;
    }

    private static int ReadClosing(string text, int at, Stack<int> opened, List<TextRange> cuts)
    {
        var open = opened.TryPop(out var position) ? position : -1;
        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        var end = after switch
        {
            '(' => AddressEnd(text, at + 2),
            '[' => ReferenceEnd(text, at + 2),
            ':' when open >= 0 => DefinitionEnd(text, at + 2),
            '{' when open >= 0 && DialectSpans.AttributesEnd(text, at + 1) is > 0 and var spanEnd => spanEnd,
            _ => -1,
        };
        if (end < 0)
            return at + 1;
        if (after == ':')
        {
            cuts.Add(new TextRange(open, end - open));
            return end;
        }

        if (open >= 0)
            cuts.Add(new TextRange(open, 1));
        cuts.Add(new TextRange(at, end - at));
        return end;
    }

    // An address without its closing bracket ends at the next space; "](see below)" is no address.
    private static int AddressEnd(string text, int from)
    {
        var end = from;
        while (end < text.Length && text[end] is not (' ' or ')'))
            end = Math.Max(end + 1, TemplateEnd(text, end));
        var address = text.AsSpan(from, end - from);
        if (!LooksLikeAddress(address))
            return -1;
        return end < text.Length && text[end] == ')' ? end + 1 : end;
    }

    // [x]({% post_url 2020-01-01-a %}): the spaces in a template tag do not end an address.
    private static int TemplateEnd(string text, int at)
    {
        if (text[at] != '{' || at + 1 >= text.Length || text[at + 1] is not ('{' or '%'))
            return at;
        var end = text.IndexOf(text[at + 1] == '{' ? "}}" : "%}", at, Math.Min(200, text.Length - at), StringComparison.Ordinal);
        return end < 0 ? at : end + 2;
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> text) =>
        text is [] or ['/' or '#' or '.' or '<', ..] or ['{', '{' or '%', ..]
        || text.Contains("://", StringComparison.Ordinal) || text.IndexOfAny(AddressStarts) == 0;

    private static int ReferenceEnd(string text, int from)
    {
        var end = text.IndexOf(']', from, Math.Min(80, text.Length - from));
        return end < 0 ? -1 : end + 1;
    }

    private static int DefinitionEnd(string text, int from)
    {
        var start = from;
        while (start < text.Length && text[start] == ' ')
            start++;
        var end = text.IndexOf(' ', start);
        if (end < 0)
            end = text.Length;
        return text.AsSpan(start, end - start).Contains("://", StringComparison.Ordinal) ? end : -1;
    }

    /// <summary>Steps over inline code, going forward.</summary>
    private struct CodeSkipper(IReadOnlyList<TextSpan> spans)
    {
        private int next;

        internal int SkipFrom(int at)
        {
            while (this.next < spans.Count && (spans[this.next].Kind != SpanKind.Code || spans[this.next].End <= at))
                this.next++;
            return this.next < spans.Count && at >= spans[this.next].Start ? spans[this.next].End : at;
        }
    }
}
