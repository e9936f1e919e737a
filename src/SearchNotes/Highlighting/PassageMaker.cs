using SearchNotes.Indexing;

namespace SearchNotes.Highlighting;

/// <summary>Makes the passages of a hit, which show why it matched.</summary>
internal static class PassageMaker
{
    /// <summary>Separates neighbouring blocks that are shown as one passage. A run of its own, never flagged.</summary>
    public const string BetweenBlocks = " … ";

    [ThreadStatic]
    private static PassageSelector? threadSelector;

    /// <summary>
    /// Returns at most <paramref name="max"/> passages and headings in text order. They come from different sections, unless a
    /// second passage of a section shows new words. The topic, speakers and tags precede them when they contain words that no
    /// passage shows. When no text matched, the result includes the opening of the notes, with nothing flagged.
    /// </summary>
    public static IReadOnlyList<Match> Best(StoredTalk stored, HighlightQuery query, int max = 3)
    {
        var selector = threadSelector ??= new();
        var selections = selector.Select(stored.Talk, query, max);
        var matches = new List<Match>(selections.Count + 1);
        if (!query.IsEmpty)
            AddNames(stored, query, selector.Shown, matches);
        if (selections.Count + matches.Count == 0 && query.Fallback is { } fallback)
            return Best(stored, fallback, max);

        foreach (var selection in selections)
            matches.Add(Show(stored, selector, selection));
        if (selections.Count == 0 && selector.Opening() is { } opening)
            matches.Add(Show(stored, selector, opening));
        return matches;
    }

    private static Match Show(StoredTalk stored, PassageSelector selector, Selection selection)
    {
        var block = selector.Blocks[selection.Block];
        var (start, end) = (selection.Excerpt.Start, selection.Excerpt.End);
        var section = block.Section >= 0 ? stored.Talk.Sections[block.Section] : null;
        var url = section?.Anchor is { } anchor && stored.PageUrl is { } page ? $"{page}#{anchor}" : stored.Url;
        var at = selection.Window.Score > 0 ? Math.Clamp(selector.In(block)[selection.Window.First].Start, start, end) : start;
        return new Match
        {
            Field = block.Field,
            Heading = section?.Heading,
            Url = url,
            TextFragmentUrl = TextFragment.Link(url, block.Text, start, end, at, block.Field == MatchField.Code, stored.RepeatedPhrases),
            CodeLanguage = block.CodeLanguage,
            Runs = selection.FirstBlock == selection.LastBlock
                ? RunMaker.Make(block.Text, start, end, selector.In(block), selection.Excerpt.IsCutBefore, selection.Excerpt.IsCutAfter)
                : RunsOfBlocks(selector, selection),
        };
    }

    private static List<Run> RunsOfBlocks(PassageSelector selector, Selection selection)
    {
        var runs = new List<Run>();
        for (var i = selection.FirstBlock; i <= selection.LastBlock; i++)
        {
            if (i > selection.FirstBlock)
                runs.Add(new(BetweenBlocks, false));
            var block = selector.Blocks[i];
            var end = i == selection.LastBlock ? selection.LastEnd : block.Text.Length;
            runs.AddRange(RunMaker.Make(block.Text, 0, end, selector.In(block)));
        }

        return runs;
    }

    private static void AddNames(StoredTalk stored, HighlightQuery query, ulong shown, List<Match> matches)
    {
        AddName(stored, stored.Talk.Topic, MatchField.Topic, query, ref shown, matches);
        foreach (var speaker in stored.Talk.Speakers)
            AddName(stored, speaker.Name, MatchField.Speaker, query, ref shown, matches);
        foreach (var tag in stored.Tags)
            AddName(stored, tag, MatchField.Tag, query, ref shown, matches);
    }

    private static void AddName(StoredTalk stored, string name, MatchField field, HighlightQuery query, ref ulong shown,
        List<Match> matches)
    {
        var words = Highlighter.Words(name, query, field);
        if ((words & ~shown & query.ContentWords) == 0)
            return;

        shown |= words;
        matches.Add(new Match
        {
            Field = field,
            Url = stored.Url,
            TextFragmentUrl = stored.Talk.Heading?.Contains(name, StringComparison.Ordinal) == true
                ? TextFragment.Link(stored.Url, name, 0, name.Length, 0, isCode: false, stored.RepeatedPhrases)
                : stored.Url,
            Runs = Highlighter.Runs(name, query, field),
        });
    }
}
