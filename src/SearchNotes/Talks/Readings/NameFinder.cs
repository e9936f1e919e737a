using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>A stretch of running text that reads as somebody's name.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last.</param>
/// <param name="Name">The name.</param>
/// <param name="IsMarked">Whether it is bold or a link.</param>
internal readonly record struct NameSpan(int Start, int End, SpeakerName Name, bool IsMarked);

/// <summary>Finds names in running text.</summary>
internal static class NameFinder
{
    private const int MaxCharacters = 2000;

    // What joins words in Japanese, and what stands in no name before a handle.
    private static readonly System.Buffers.SearchValues<char> Particles = System.Buffers.SearchValues.Create("のはがをに、");

    // No name, with or without a company before it, has more Han letters.
    private const int LongestHan = 6;

    // Several readers ask for the names of one block in a row.
    [ThreadStatic]
    private static (Block Block, Vocabulary Vocabulary, IReadOnlyList<NameSpan> Runs)? last;

    /// <summary>The names in a text, in order.</summary>
    internal static IReadOnlyList<NameSpan> In(Block block, Vocabulary vocabulary)
    {
        if (last is { } known && ReferenceEquals(known.Block, block) && ReferenceEquals(known.Vocabulary, vocabulary))
            return known.Runs;
        var runs = Read(block, vocabulary);
        last = (block, vocabulary, runs);
        return runs;
    }

    private static List<NameSpan> Read(Block block, Vocabulary vocabulary)
    {
        var text = block.Text.Length > MaxCharacters ? block.Text[..MaxCharacters] : block.Text;
        var runs = new List<NameSpan>();
        AddMarked(block, text, vocabulary, runs);
        AddCapitalised(block, text, vocabulary, runs);
        AddHonorific(text, runs);
        runs.Sort((a, b) => a.Start.CompareTo(b.Start));
        return runs;
    }

    private static void AddMarked(Block block, string text, Vocabulary vocabulary, List<NameSpan> runs)
    {
        foreach (var span in block.Spans)
        {
            if (span.Kind is not (SpanKind.Strong or SpanKind.Link) || span.End > text.Length)
                continue;
            var names = SpeakerNames.Read(text.Substring(span.Start, span.Length), vocabulary);
            if (names.Count == 1 && !Overlaps(runs, span.Start, span.End))
                runs.Add(new NameSpan(span.Start, span.End, names[0], IsMarked: true));
        }
    }

    private static void AddCapitalised(Block block, string text, Vocabulary vocabulary, List<NameSpan> runs)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var end = WordEnd(text, i);
            if (end == i)
            {
                i++;
                continue;
            }

            i = end;
            // "une présentation d'Alex Snaps"
            if (end - start > 3 && text[start] is 'd' or 'l' && text[start + 1] is '\'' or '’')
                start += 2;
            if (!char.IsUpper(text[start]) || Words.NotNames.Has(text.AsSpan(start, end - start)))
                continue;
            end = RunEnd(block, text, end);
            i = end;
            var name = text[start..end];
            var confidence = NameClassifier.Classify(name, vocabulary);
            if (confidence != NameConfidence.None && !Overlaps(runs, start, end))
                runs.Add(new NameSpan(start, end, new SpeakerName(name, null, confidence), IsMarked: false));
        }
    }

    // Goes on over capitalised words, initials and the particles between them.
    private static int RunEnd(Block block, string text, int end)
    {
        for (var words = 1; words < 5; words++)
        {
            var next = end + 1;
            if (next >= text.Length || text[end] != ' ' || IsBorder(block, end))
                break;
            var nextEnd = WordEnd(text, next);
            if (nextEnd == next)
                break;
            var word = text.AsSpan(next, nextEnd - next);
            if (char.IsUpper(word[0]) && !Words.NotNames.Has(word))
            {
                end = nextEnd < text.Length && text[nextEnd] == '.' && word.Length == 1 ? nextEnd + 1 : nextEnd;
                continue;
            }

            var afterParticles = AfterParticles(text, next);
            if (afterParticles == next || !char.IsUpper(text[afterParticles]))
                break;
            end = WordEnd(text, afterParticles);
        }

        return end;
    }

    // "van ", "van der ": where the word behind them starts.
    private static int AfterParticles(string text, int at)
    {
        for (var end = WordEnd(text, at); end + 1 < text.Length && text[end] == ' '
            && Words.NameParticles.Has(text.AsSpan(at, end - at)); end = WordEnd(text, at))
        {
            at = end + 1;
        }
        return at;
    }

    // 「@t_wada さん」「山田さん」: whoever is called so is a person.
    private static void AddHonorific(string text, List<NameSpan> runs)
    {
        foreach (var honorific in Words.HonorificSuffixes)
        {
            for (var at = text.IndexOf(honorific, StringComparison.Ordinal); at
                > 0; at = text.IndexOf(honorific, at + 1, StringComparison.Ordinal))
            {
                var end = text[at - 1] == ' ' ? at - 1 : at;
                var start = end;
                while (start > 0 && end - start < 20 && IsNameLetter(text[start - 1]))
                    start--;
                if (honorific is "さん" or "氏" or "様" && end - start is 1 or 2 && IsBehindHan(text, start))
                    start = FirstOfSurname(text, start - 1);
                if (AddNameBeforeHandle(text, runs, start, end, at + honorific.Length))
                    continue;
                if (ExtendByHonorific(runs, end, at + honorific.Length, honorific))
                    continue;
                var called = text[start..end];
                if (IsPerson(called) && !Overlaps(runs, start, at))
                {
                    var name = new SpeakerName(called, honorific, NameConfidence.Certain);
                    runs.Add(new NameSpan(start, at + honorific.Length, name, IsMarked: false));
                }
            }
        }
    }

    private static bool IsPerson(string called)
    {
        if (called.Length < 2 || Words.SpeakerLabels.Has(called))
            return false;
        if (called.Length > LongestHan && called.AsSpan().IndexOfAnyExceptInRange('\u3400', '\u9FFF') < 0)
            return false;
        return called[0] < '\u3400' || !Array.Exists(Words.NotNameParts, part => called.Contains(part, StringComparison.Ordinal));
    }

    private static bool IsBehindHan(string text, int start) => start > 2 && text[start - 1] == ' ' && IsHan(text[start - 2]);

    // "齋藤 光さん": the surname stands before a space.
    private static int FirstOfSurname(string text, int space)
    {
        var start = space;
        while (start > 0 && space - start < 3 && IsHan(text[start - 1]))
            start--;
        return start;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    // "K.Murakami @mrk_17tksm さん": the name stands before the handle.
    private static bool AddNameBeforeHandle(string text, List<NameSpan> runs, int start, int end, int runEnd)
    {
        if (start < 3 || text.AsSpan(start - 1) is not [' ', '@', ..] || Overlaps(runs, start, end))
            return false;
        var name = start - 1;
        while (name > 0 && start - name <= 20 && IsNameLetterOrKana(text[name - 1]))
            name--;
        if (start - 1 - name is < 2 or > 16 || text.AsSpan(name, start - 1 - name).ContainsAny(Particles)
            || text.AsSpan(0, start - 1).EndsWith("である", StringComparison.Ordinal))
        {
            return false;
        }
        runs.RemoveAll(run => run.Start >= name && run.Start < runEnd);
        runs.Add(new NameSpan(name, runEnd, new SpeakerName(text[name..(start - 1)], text[start..end], NameConfidence.Certain),
            IsMarked: false));
        return true;
    }

    // "Marc-Andre Lemburg 氏": the whole name before it is the person's.
    private static bool ExtendByHonorific(List<NameSpan> runs, int nameEnd, int end, string honorific)
    {
        var index = runs.FindIndex(run => run.End == nameEnd);
        if (index < 0)
            return false;
        var run = runs[index];
        var name = run.Name with { Detail = run.Name.Detail ?? honorific, Confidence = NameConfidence.Certain };
        runs[index] = run with { End = end, Name = name };
        return true;
    }

    // A name does not go on behind a line's end that the page shows, nor out of a link or bold words.
    private static bool IsBorder(Block block, int at)
    {
        foreach (var span in block.Spans)
        {
            var isBorder = span.Kind switch
            {
                SpanKind.HardBreak => span.Start == at,
                SpanKind.Link or SpanKind.Strong or SpanKind.Emphasis => span.End == at || span.Start == at + 1,
                _ => false,
            };
            if (isBorder)
                return true;
        }

        return false;
    }

    private static bool IsNameLetterOrKana(char c) => c is '.' or (>= '\u3041' and <= '\u3096') || IsNameLetter(c);

    private static bool IsNameLetter(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || c is '_' or '@' or '-' or '・' or 'ー' or (>= '\u30A1' and <= '\u30FA') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7A3');

    private static int WordEnd(string text, int at)
    {
        var i = at;
        while (i < text.Length && (char.IsLetter(text[i]) || IsJoint(text, i, at)))
            i++;
        return i;
    }

    private static bool IsJoint(string text, int at, int start) =>
        at > start && text.AsSpan(at) is ['-' or '\'' or '’', var next, ..] && char.IsUpper(next);

    private static bool Overlaps(List<NameSpan> runs, int start, int end)
    {
        foreach (var run in runs)
        {
            if (start < run.End && end > run.Start)
                return true;
        }

        return false;
    }
}
