using System.Runtime.InteropServices;
using SearchNotes.Talks;

namespace SearchNotes.Highlighting;

/// <summary>Finds the matches of a query in a talk and selects the passages that show most of them. Not thread-safe.</summary>
internal sealed class PassageSelector
{
    private readonly OccurrenceFinder finder = new();
    private readonly List<Occurrence> occurrences = [];
    private readonly List<TextBlock> blocks = [];
    private readonly List<Selection> selections = [];
    private readonly List<(int Start, int End)> shownRanges = [];
    private HighlightQuery query = HighlightQuery.Empty;
    private double best;

    /// <summary>Words of the query that the selected passages show, as bits.</summary>
    public ulong Shown { get; private set; }

    /// <summary>Headings and passages of the talk, in text order.</summary>
    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>Returns the matches in a block.</summary>
    public ReadOnlySpan<Occurrence> In(TextBlock block) => CollectionsMarshal.AsSpan(occurrences).Slice(block.First, block.Count);

    /// <summary>Selects at most <paramref name="max"/> passages and headings and returns them in text order. The result is valid until the
    /// next call.</summary>
    public IReadOnlyList<Selection> Select(Talk talk, HighlightQuery highlightQuery, int max)
    {
        (query, best, Shown) = (highlightQuery, 0, 0);
        selections.Clear();
        Collect(talk);
        while (selections.Count < max && TrySelect())
        {
        }

        selections.Sort(static (a, b) => a.Block != b.Block ? a.Block.CompareTo(b.Block) : a.Excerpt.Start.CompareTo(b.Excerpt.Start));
        return selections;
    }

    /// <summary>Selects the opening of the notes, from prose if possible; <see langword="null"/> when there is no text.</summary>
    public Selection? Opening()
    {
        var index = blocks.FindIndex(static block => block.IsProse && block.Text.Length > 0);
        if (index < 0)
            index = blocks.FindIndex(static block => block.Text.Length > 0);
        if (index < 0)
            return null;
        return Widen(index, default, Cut(index, 0, 0));
    }

    private void Collect(Talk talk)
    {
        occurrences.Clear();
        blocks.Clear();
        var section = 0;
        foreach (var passage in talk.Passages)
        {
            while (section <= passage.Section && section < talk.Sections.Count)
                CollectHeading(talk, section++);
            Collect(FieldOf(passage.Kind), passage.Text, passage.Section, passage);
        }

        while (section < talk.Sections.Count)
            CollectHeading(talk, section++);
    }

    private void CollectHeading(Talk talk, int section) => Collect(MatchField.Heading, talk.Sections[section].Heading, section, null);

    private void Collect(MatchField field, string text, int section, Passage? passage)
    {
        var first = occurrences.Count;
        var offset = blocks is [.., var before] ? before.Offset + before.Text.Length : 0;
        if (!query.IsEmpty)
            finder.Find(text, field, passage?.InlineCode ?? [], query, occurrences);
        blocks.Add(new(field, text, section, passage?.CodeLanguage, first, occurrences.Count - first, offset));
    }

    /// <summary>Returns the field of a kind of passage.</summary>
    internal static MatchField FieldOf(PassageKind kind) => kind switch
    {
        PassageKind.Quote => MatchField.Quote,
        PassageKind.Qa => MatchField.Qa,
        PassageKind.Code => MatchField.Code,
        _ => MatchField.Prose,
    };

    /// <summary>Selects the passage that adds most. Returns <see langword="false"/> when no passage is worth adding.</summary>
    private bool TrySelect()
    {
        var (chosen, window, value) = (-1, default(Window), 0.0);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Count == 0)
                continue;
            var next = Window.Best(In(block), query, Shown, block.Offset, ShownRangesIn(i), Size.MaxSpan);
            var worth = next.Score * FactorOf(block.Field);
            if (worth > value && IsWorthSelecting(block, next))
                (chosen, window, value) = (i, next, worth);
        }

        if (chosen < 0)
            return false;
        if (selections.Count == 0)
            best = window.Score;
        AddSelection(chosen, window);
        return true;
    }

    private void AddSelection(int index, Window window)
    {
        var here = In(blocks[index]);
        var selection = Widen(index, window, Cut(index, here[window.First].Start, here[window.Last].End));
        selections.Add(selection);
        for (var i = selection.FirstBlock; i <= selection.LastBlock; i++)
        {
            var (start, end) = i == index
                ? (selection.Excerpt.Start, selection.Excerpt.End)
                : (0, i == selection.LastBlock ? selection.LastEnd : blocks[i].Text.Length);
            foreach (var occurrence in In(blocks[i]))
            {
                if (occurrence.Start >= start && occurrence.End <= end)
                    Shown |= occurrence.Words;
            }
        }
    }

    /// <summary>Whether a passage without new words is worth adding. Headings and sections that are already shown are not.</summary>
    private bool IsWorthSelecting(TextBlock block, Window window) =>
        selections.Count == 0 || (window.Words & ~Shown & query.ContentWords) != 0 || IsWorthAnother(block, window);

    private bool IsWorthAnother(TextBlock block, Window window)
    {
        if (block.Field == MatchField.Heading || (window.Words & query.ContentWords) == 0)
            return false;
        foreach (var selection in selections)
        {
            if (blocks[selection.Block].Section == block.Section)
                return false;
        }

        return Window.Best(In(block)[window.First..(window.Last + 1)], query, 0, block.Offset, [], Size.MaxSpan).Score >= best
            * PassageScores.MinFurtherScoreShare;
    }

    /// <summary>Returns the weight of a field: prose over code, and code over headings, which appear above their passages anyway.</summary>
    private static double FactorOf(MatchField field) => field switch
    {
        MatchField.Heading => PassageScores.HeadingFactor,
        MatchField.Code => PassageScores.CodeFactor,
        _ => 1,
    };

    private ExcerptSize Size => selections.Count == 0 ? ExcerptSize.Wide : ExcerptSize.Narrow;

    private List<(int Start, int End)> ShownRangesIn(int index)
    {
        shownRanges.Clear();
        foreach (var selection in selections)
        {
            if (selection.Block == index)
                shownRanges.Add((selection.Excerpt.Start, selection.Excerpt.End));
            else if (index >= selection.FirstBlock && index <= selection.LastBlock)
                shownRanges.Add((0, blocks[index].Text.Length));
        }

        return shownRanges;
    }

    private Excerpt Cut(int index, int first, int last)
    {
        var (field, text) = (blocks[index].Field, blocks[index].Text);
        if (field == MatchField.Heading)
            return new(0, text.Length, false, false);

        var (low, high) = (0, text.Length);
        foreach (var (start, end) in ShownRangesIn(index))
        {
            if (end <= first)
                low = Math.Max(low, end);
            if (start >= last)
                high = Math.Min(high, start);
        }

        return field == MatchField.Code
            ? Excerpt.OfCode(text, first, last, low, high, Size) : Excerpt.OfProse(text, first, last, low, high, Size);
    }

    /// <summary>Extends a short block with its neighbours while whole sentences fit, because a list item of three words needs its
    /// context and a question its answer. A line that ends in a colon before the block comes first, then the blocks after it.</summary>
    private Selection Widen(int index, Window window, Excerpt excerpt)
    {
        var block = blocks[index];
        var (first, last, lastEnd) = (index, index, block.Text.Length);
        if (!block.IsProse || excerpt.End - excerpt.Start < block.Text.Length)
            return new(index, window, excerpt, first, last, excerpt.End);

        var length = block.Text.Length;
        if (WholeOf(block, first - 1, Size.Target - length) is > 0 and var lead && blocks[first - 1].Text[^1] == ':')
            (first, length) = (first - 1, length + lead);
        while (length < Size.Target / 2 && lastEnd == blocks[last].Text.Length
            && OpeningOf(block, last + 1, Size.Target - length) is > 0 and var end)
        {
            (last, lastEnd, length) = (last + 1, end, length + end);
        }

        while (length < Size.Target / 2 && WholeOf(block, first - 1, Size.Target - length) is > 0 and var before)
            (first, length) = (first - 1, length + before);

        return new(index, window, excerpt, first, last, lastEnd);
    }

    private int WholeOf(TextBlock block, int index, int maxCharacters) =>
        OpeningOf(block, index, maxCharacters) is var end && end > 0 && end == blocks[index].Text.Length ? end : 0;

    /// <summary>Returns how many characters of a neighbour fit, up to the end of a sentence; 0 when it does not belong to the same
    /// section and field, or is already shown.</summary>
    private int OpeningOf(TextBlock block, int index, int maxCharacters)
    {
        if (index < 0 || index >= blocks.Count)
            return 0;
        if ((blocks[index].Field, blocks[index].Section) != (block.Field, block.Section) || ShownRangesIn(index).Count > 0)
            return 0;
        var text = blocks[index].Text;
        if (text.Length <= maxCharacters)
            return text.Length;
        var end = Sentences.StartOf(text, maxCharacters, 0);
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
