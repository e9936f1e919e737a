using SearchNotes.Indexing;

namespace SearchNotes.Highlighting;

/// <summary>Shows why a talk was found.</summary>
internal static class PassageMaker
{
    /// <summary>Parts neighbouring blocks that are shown as one passage; a run of its own, never flagged.</summary>
    public const string BetweenBlocks = " … ";

    [ThreadStatic]
    private static PassageSelector? threadSelector;

    /// <summary>
    /// What to show of a hit: at most <paramref name="max"/> passages and headings in text order, from different sections
    /// unless one section alone holds further words; before them topic, speakers and tags where they hold what no passage
    /// shows. When no text matched, the opening of the notes stands in, nothing flagged.
    /// </summary>
    public static IReadOnlyList<Match> Best(StoredTalk stored, HighlightQuery wanted, int max = 3)
    {
        var picker = threadSelector ??= new();
        var picks = picker.Select(stored.Talk, wanted, max);
        var matches = new List<Match>(picks.Count + 1);
        if (!wanted.IsEmpty)
            AddNames(stored, wanted, picker.Shown, matches);
        if (picks.Count + matches.Count == 0 && wanted.Fallback is { } wider)
            return Best(stored, wider, max);

        foreach (var pick in picks)
            matches.Add(Show(stored, picker, pick));
        if (picks.Count == 0 && picker.Opening() is { } opening)
            matches.Add(Show(stored, picker, opening));
        return matches;
    }

    private static Match Show(StoredTalk stored, PassageSelector picker, Selection pick)
    {
        var block = picker.Blocks[pick.Block];
        var (start, end) = (pick.Excerpt.Start, pick.Excerpt.End);
        var section = block.Section >= 0 ? stored.Talk.Sections[block.Section] : null;
        var url = section?.Anchor is { } anchor && stored.PageUrl is { } page ? $"{page}#{anchor}" : stored.Url;
        var at = pick.Window.Score > 0 ? Math.Clamp(picker.In(block)[pick.Window.First].Start, start, end) : start;
        return new Match
        {
            Field = block.Field,
            Heading = section?.Heading,
            Url = url,
            TextFragmentUrl = TextFragment.Link(url, block.Text, start, end, at, block.Field == MatchField.Code),
            CodeLanguage = block.CodeLanguage,
            Runs = pick.FirstBlock == pick.LastBlock
                ? RunMaker.Make(block.Text, start, end, picker.In(block), pick.Excerpt.IsCutBefore, pick.Excerpt.IsCutAfter)
                : RunsOfBlocks(picker, pick),
        };
    }

    private static List<Run> RunsOfBlocks(PassageSelector picker, Selection pick)
    {
        var runs = new List<Run>();
        for (var i = pick.FirstBlock; i <= pick.LastBlock; i++)
        {
            if (i > pick.FirstBlock)
                runs.Add(new(BetweenBlocks, false));
            var block = picker.Blocks[i];
            runs.AddRange(RunMaker.Make(block.Text, 0, i == pick.LastBlock ? pick.LastEnd : block.Text.Length, picker.In(block)));
        }

        return runs;
    }

    private static void AddNames(StoredTalk stored, HighlightQuery wanted, ulong shown, List<Match> matches)
    {
        AddName(stored, stored.Talk.Topic, MatchField.Topic, wanted, ref shown, matches);
        foreach (var speaker in stored.Talk.Speakers)
            AddName(stored, speaker.Name, MatchField.Speaker, wanted, ref shown, matches);
        foreach (var tag in stored.Tags)
            AddName(stored, tag, MatchField.Tag, wanted, ref shown, matches);
    }

    private static void AddName(StoredTalk stored, string name, MatchField field, HighlightQuery wanted, ref ulong shown,
        List<Match> matches)
    {
        var words = Flagger.Words(name, wanted, field);
        if ((words & ~shown & wanted.ContentWords) == 0)
            return;

        shown |= words;
        matches.Add(new Match
        {
            Field = field,
            Url = stored.Url,
            TextFragmentUrl = stored.Talk.Heading?.Contains(name, StringComparison.Ordinal) == true
                ? TextFragment.Link(stored.Url, name, 0, name.Length, 0, isCode: false)
                : stored.Url,
            Runs = Flagger.Runs(name, wanted, field),
        });
    }
}
