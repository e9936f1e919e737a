using System.Runtime.InteropServices;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Highlighting;

/// <summary>Shows why a talk was found: picks the passages that hold most of what is wanted. Keeps its buffers, one set per
/// thread.</summary>
internal sealed class PassageMaker
{
    [ThreadStatic]
    private static PassageMaker? ofThread;

    /// <summary>A further passage that shows no new word is worth its place when it scores so much of the best one.</summary>
    private const double WorthAnother = 0.6;

    private readonly OccurrenceFinder finder = new();
    private readonly List<Occurrence> occurrences = [];
    private readonly List<Block> blocks = [];
    private readonly List<Pick> picks = [];
    private readonly List<(int Start, int End)> taken = [];

    private PassageMaker()
    {
    }

    /// <summary>
    /// What to show of a hit: at most <paramref name="max"/> passages and headings in text order, from different sections
    /// unless one section alone holds further words; before them topic, speakers and tags where they hold what no passage
    /// shows. When no text matched, the opening of the notes stands in, nothing flagged.
    /// </summary>
    public static IReadOnlyList<Match> Best(StoredTalk stored, Wanted wanted, int max = 3) => (ofThread ??= new()).Make(stored, wanted, max);

    private List<Match> Make(StoredTalk stored, Wanted wanted, int max)
    {
        Collect(stored.Talk, wanted);
        Choose(wanted, max);
        var matches = new List<Match>(picks.Count + 1);
        ulong shown = 0;
        foreach (var pick in picks) shown |= pick.Words;
        AddNames(stored, wanted, shown, matches);

        // Names were looked at in the same buffer; the passages' occurrences stand before them, untouched.
        picks.Sort(static (a, b) => a.Block != b.Block ? a.Block.CompareTo(b.Block) : a.Excerpt.Start.CompareTo(b.Excerpt.Start));
        foreach (var pick in picks) matches.Add(Show(stored, pick));
        if (picks.Count == 0 && Opening() is { } opening) matches.Add(Show(stored, opening));
        return matches;
    }

    /// <summary>Headings and passages in the order of the text, each with what stands in it.</summary>
    private void Collect(Talk talk, Wanted wanted)
    {
        occurrences.Clear();
        blocks.Clear();
        var section = 0;
        var offset = 0;
        foreach (var passage in talk.Passages)
        {
            for (; section <= passage.Section && section < talk.Sections.Count; section++)
                Collect(MatchField.Heading, talk.Sections[section].Heading, section, null, wanted, ref offset);
            Collect(FieldOf(passage.Kind), passage.Text, passage.Section, passage, wanted, ref offset);
        }

        for (; section < talk.Sections.Count; section++)
            Collect(MatchField.Heading, talk.Sections[section].Heading, section, null, wanted, ref offset);
    }

    private void Collect(MatchField field, string text, int section, Passage? passage, Wanted wanted, ref int offset)
    {
        var first = occurrences.Count;
        if (!wanted.IsNothing) finder.Find(text, field, passage?.InlineCode ?? [], wanted, occurrences);
        blocks.Add(new(field, text, section, passage?.CodeLanguage, first, occurrences.Count - first, offset));
        offset += text.Length;
    }

    private static MatchField FieldOf(PassageKind kind) => kind switch
    {
        PassageKind.Quote => MatchField.Quote,
        PassageKind.Qa => MatchField.Qa,
        PassageKind.Code => MatchField.Code,
        _ => MatchField.Prose,
    };

    /// <summary>Takes the passage that adds most, again and again.</summary>
    private void Choose(Wanted wanted, int max)
    {
        picks.Clear();
        ulong shown = 0;
        var best = 0.0;
        while (picks.Count < max && NextPick(wanted, shown, best * WorthAnother) is { } pick)
        {
            picks.Add(pick);
            shown |= pick.Words;
            if (best == 0) best = pick.Window.Score;
        }
    }

    private Pick? NextPick(Wanted wanted, ulong shown, double least)
    {
        var (chosen, window, value) = (-1, default(Window), 0.0);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Count == 0) continue;
            var next = Window.Best(Of(block), wanted, shown, block.Offset, TakenIn(i));
            var worth = next.Score * FactorOf(block.Field);
            if (worth > value && ((next.Words & ~shown) != 0 || IsWorthAnother(block, wanted, next, least))) (chosen, window, value) = (i, next, worth);
        }

        if (chosen < 0) return null;
        var excerpt = Cut(chosen, window);
        return new Pick(chosen, window, excerpt, WordsIn(Of(blocks[chosen]), excerpt));
    }

    private static ulong WordsIn(ReadOnlySpan<Occurrence> occurrences, Excerpt excerpt)
    {
        ulong words = 0;
        foreach (var occurrence in occurrences)
            if (occurrence.Start >= excerpt.Start && occurrence.End <= excerpt.End) words |= occurrence.Words;
        return words;
    }

    /// <summary>A heading or a section that is shown already has nothing to say again.</summary>
    private bool IsWorthAnother(Block block, Wanted wanted, Window window, double least)
    {
        if (block.Field == MatchField.Heading) return false;
        foreach (var pick in picks)
            if (blocks[pick.Block].Section == block.Section) return false;
        return Window.Best(Of(block)[window.First..(window.Last + 1)], wanted, 0, block.Offset, []).Score >= least;
    }

    private List<(int Start, int End)> TakenIn(int block)
    {
        taken.Clear();
        foreach (var pick in picks)
            if (pick.Block == block) taken.Add((pick.Excerpt.Start, pick.Excerpt.End));
        return taken;
    }

    /// <summary>Sentences say more than code, and both more than a heading, which stands over its passages anyway.</summary>
    private static double FactorOf(MatchField field) => field switch
    {
        MatchField.Heading => 0.7,
        MatchField.Code => 0.9,
        _ => 1,
    };

    private Span<Occurrence> Of(Block block) => CollectionsMarshal.AsSpan(occurrences).Slice(block.First, block.Count);

    private Excerpt Cut(int index, Window window)
    {
        var block = blocks[index];
        if (block.Field == MatchField.Heading) return new(0, block.Text.Length, false, false);

        var here = Of(block);
        var (first, last) = (here[window.First].Start, here[window.Last].End);
        var (low, high) = (0, block.Text.Length);
        foreach (var (start, end) in TakenIn(index))
        {
            if (end <= first) low = Math.Max(low, end);
            if (start >= last) high = Math.Min(high, start);
        }

        return block.Field == MatchField.Code
            ? Excerpt.OfCode(block.Text, first, last, low, high)
            : Excerpt.OfProse(block.Text, first, last, low, high);
    }

    /// <summary>The beginning of the notes, sentences before code.</summary>
    private Pick? Opening()
    {
        var index = blocks.FindIndex(static block => block.Field is not (MatchField.Heading or MatchField.Code) && block.Text.Length > 0);
        if (index < 0) index = blocks.FindIndex(static block => block.Text.Length > 0);
        if (index < 0) return null;
        var block = blocks[index];
        return new Pick(index, default, block.Field == MatchField.Code
            ? Excerpt.OfCode(block.Text, 0, 0, 0, block.Text.Length)
            : Excerpt.OfProse(block.Text, 0, 0, 0, block.Text.Length), 0);
    }

    private Match Show(StoredTalk stored, Pick pick)
    {
        var block = blocks[pick.Block];
        var (start, end) = (pick.Excerpt.Start, pick.Excerpt.End);
        var section = block.Section >= 0 ? stored.Talk.Sections[block.Section] : null;
        var url = section?.Anchor is { } anchor && stored.PageUrl is { } page ? $"{page}#{anchor}" : stored.Url;
        var at = pick.Window.Score > 0 ? Math.Clamp(Of(block)[pick.Window.First].Start, start, end) : start;
        return new Match
        {
            Field = block.Field,
            Heading = section?.Heading,
            Url = url,
            TextFragmentUrl = TextFragment.Link(url, block.Text, start, end, at, block.Field == MatchField.Code),
            CodeLanguage = block.CodeLanguage,
            Runs = RunMaker.Make(block.Text, start, end, Of(block), pick.Excerpt.IsCutBefore, pick.Excerpt.IsCutAfter),
        };
    }

    private void AddNames(StoredTalk stored, Wanted wanted, ulong shown, List<Match> matches)
    {
        if (wanted.IsNothing) return;
        AddName(stored, stored.Talk.Topic, MatchField.Topic, wanted, ref shown, matches);
        foreach (var speaker in stored.Talk.Speakers) AddName(stored, speaker.Name, MatchField.Speaker, wanted, ref shown, matches);
        foreach (var tag in stored.Tags) AddName(stored, tag, MatchField.Tag, wanted, ref shown, matches);
    }

    private void AddName(StoredTalk stored, string name, MatchField field, Wanted wanted, ref ulong shown, List<Match> matches)
    {
        var first = occurrences.Count;
        finder.Find(name, field, [], wanted, occurrences);
        ulong words = 0;
        for (var i = first; i < occurrences.Count; i++) words |= occurrences[i].Words;
        if ((words & ~shown) == 0) return;

        shown |= words;
        matches.Add(new Match
        {
            Field = field,
            Url = stored.Url,
            TextFragmentUrl = stored.Talk.Heading?.Contains(name, StringComparison.Ordinal) == true
                ? TextFragment.Link(stored.Url, name, 0, name.Length, 0, isCode: false)
                : stored.Url,
            Runs = RunMaker.Make(name, 0, name.Length, CollectionsMarshal.AsSpan(occurrences)[first..]),
        });
    }

    /// <summary>A heading or passage of the talk, with its part of <see cref="occurrences"/>.</summary>
    private readonly record struct Block(MatchField Field, string Text, int Section, string? CodeLanguage, int First, int Count, int Offset);

    /// <summary>A passage that will be shown.</summary>
    private readonly record struct Pick(int Block, Window Window, Excerpt Excerpt, ulong Words);
}
