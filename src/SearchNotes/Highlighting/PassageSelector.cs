using System.Runtime.InteropServices;
using SearchNotes.Talks;

namespace SearchNotes.Highlighting;

/// <summary>Finds what is wanted in a talk and picks the parts that show most of it. Keeps its buffers; not for many threads.</summary>
internal sealed class PassageSelector
{
    /// <summary>A further passage that shows no new word is worth its place when it scores so much of the best one.</summary>
    private const double MinFurtherScoreShare = 0.6;

    private readonly OccurrenceFinder finder = new();
    private readonly List<Occurrence> occurrences = [];
    private readonly List<TextBlock> blocks = [];
    private readonly List<Selection> selections = [];
    private readonly List<(int Start, int End)> taken = [];
    private HighlightQuery wanted = HighlightQuery.Empty;
    private double best;

    /// <summary>The words, as bits, that the picks show.</summary>
    public ulong Shown { get; private set; }

    /// <summary>Headings and passages of the talk in the order of the text.</summary>
    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>What stands in a block.</summary>
    public ReadOnlySpan<Occurrence> In(TextBlock block) => CollectionsMarshal.AsSpan(occurrences).Slice(block.First, block.Count);

    /// <summary>The best passages and headings, at most so many, in the order of the text. Good until the next talk.</summary>
    public IReadOnlyList<Selection> Select(Talk talk, HighlightQuery lookedFor, int max)
    {
        (wanted, best, Shown) = (lookedFor, 0, 0);
        selections.Clear();
        Collect(talk);
        while (selections.Count < max && TrySelect())
        {
        }

        selections.Sort(static (a, b) => a.Block != b.Block ? a.Block.CompareTo(b.Block) : a.Excerpt.Start.CompareTo(b.Excerpt.Start));
        return selections;
    }

    /// <summary>The beginning of the notes, sentences before code; <see langword="null"/> when there is no text.</summary>
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
        if (!wanted.IsEmpty)
            finder.Find(text, field, passage?.InlineCode ?? [], wanted, occurrences);
        blocks.Add(new(field, text, section, passage?.CodeLanguage, first, occurrences.Count - first, offset));
    }

    private static MatchField FieldOf(PassageKind kind) => kind switch
    {
        PassageKind.Quote => MatchField.Quote,
        PassageKind.Qa => MatchField.Qa,
        PassageKind.Code => MatchField.Code,
        _ => MatchField.Prose,
    };

    /// <summary>Takes the passage that adds most.</summary>
    private bool TrySelect()
    {
        var (chosen, window, value) = (-1, default(Window), 0.0);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Count == 0)
                continue;
            var next = Window.Best(In(block), wanted, Shown, block.Offset, TakenIn(i), Size.MaxSpan);
            var worth = next.Score * FactorOf(block.Field);
            if (worth > value && (selections.Count == 0 || (next.Words & ~Shown & wanted.ContentWords) != 0 || IsWorthAnother(block, next)))
                (chosen, window, value) = (i, next, worth);
        }

        if (chosen < 0)
            return false;
        if (selections.Count == 0)
            best = window.Score;
        Take(chosen, window);
        return true;
    }

    private void Take(int index, Window window)
    {
        var here = In(blocks[index]);
        var pick = Widen(index, window, Cut(index, here[window.First].Start, here[window.Last].End));
        selections.Add(pick);
        for (var i = pick.FirstBlock; i <= pick.LastBlock; i++)
        {
            var (start, end) = i == index
                ? (pick.Excerpt.Start, pick.Excerpt.End) : (0, i == pick.LastBlock ? pick.LastEnd : blocks[i].Text.Length);
            foreach (var occurrence in In(blocks[i]))
            {
                if (occurrence.Start >= start && occurrence.End <= end)
                    Shown |= occurrence.Words;
            }
        }
    }

    /// <summary>A heading, or a section that is shown already, has nothing to say again.</summary>
    private bool IsWorthAnother(TextBlock block, Window window)
    {
        if (block.Field == MatchField.Heading || (window.Words & wanted.ContentWords) == 0)
            return false;
        foreach (var pick in selections)
        {
            if (blocks[pick.Block].Section == block.Section)
                return false;
        }

        return Window.Best(In(block)[window.First..(window.Last + 1)], wanted, 0, block.Offset, [], Size.MaxSpan).Score >= best
            * MinFurtherScoreShare;
    }

    /// <summary>Sentences say more than code, and both more than a heading, which stands over its passages anyway.</summary>
    private static double FactorOf(MatchField field) => field switch
    {
        MatchField.Heading => 0.7,
        MatchField.Code => 0.9,
        _ => 1,
    };

    private ExcerptSize Size => selections.Count == 0 ? ExcerptSize.Wide : ExcerptSize.Narrow;

    private List<(int Start, int End)> TakenIn(int index)
    {
        taken.Clear();
        foreach (var pick in selections)
        {
            if (pick.Block == index)
                taken.Add((pick.Excerpt.Start, pick.Excerpt.End));
            else if (index >= pick.FirstBlock && index <= pick.LastBlock)
                taken.Add((0, blocks[index].Text.Length));
        }

        return taken;
    }

    private Excerpt Cut(int index, int first, int last)
    {
        var (field, text) = (blocks[index].Field, blocks[index].Text);
        if (field == MatchField.Heading)
            return new(0, text.Length, false, false);

        var (low, high) = (0, text.Length);
        foreach (var (start, end) in TakenIn(index))
        {
            if (end <= first)
                low = Math.Max(low, end);
            if (start >= last)
                high = Math.Min(high, start);
        }

        return field == MatchField.Code
            ? Excerpt.OfCode(text, first, last, low, high, Size) : Excerpt.OfProse(text, first, last, low, high, Size);
    }

    /// <summary>A list item of three words says nothing alone, and a question wants its answer: neighbours come along as far as
    /// there is room for whole sentences, a line that leads over to the item first, then those behind it.</summary>
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

    private int WholeOf(TextBlock block, int index, int room) =>
        OpeningOf(block, index, room) is var end && end > 0 && end == blocks[index].Text.Length ? end : 0;

    /// <summary>How much of a neighbour fits: its first sentences, all of it at best, 0 when it is none or is shown already.</summary>
    private int OpeningOf(TextBlock block, int index, int room)
    {
        if (index < 0 || index >= blocks.Count || blocks[index].Field != block.Field || blocks[index].Section != block.Section
            || TakenIn(index).Count > 0)
        {
            return 0;
        }
        var text = blocks[index].Text;
        if (text.Length <= room)
            return text.Length;
        var end = Sentences.StartOf(text, room, 0);
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
