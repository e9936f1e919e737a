namespace SearchNotes.Talks;

/// <summary>Removes the marks of emphasis from a heading; an underscore that is not emphasis stays in the id.</summary>
/// <remarks>_by Joe_ → by Joe; snake_case, @t_wada and _private stay; CommonMark's rule of flanking, for whole runs.</remarks>
internal static class HeadingAnchorEmphasis
{
    private sealed record Run(char Mark, int Start)
    {
        internal int Left { get; set; }
    }

    /// <summary>The characters without the marks of emphasis.</summary>
    /// <param name="characters">The characters; only running text is looked at.</param>
    /// <param name="isLoose">Whether any mark beside a letter counts, as before CommonMark: snake_case_name → snakecasename.</param>
    internal static IEnumerable<(char Char, HeadingOrigin Origin)> Remove(List<(char Char, HeadingOrigin Origin)> characters, bool isLoose)
    {
        var marks = new HashSet<int>();
        var openers = new List<Run>();
        for (var i = 0; i < characters.Count;)
        {
            var length = RunLength(characters, i);
            if (length > 0)
                Pair(characters, new Run(characters[i].Char, i) { Left = length }, isLoose, openers, marks);
            i += Math.Max(1, length);
        }

        return characters.Where((_, i) => !marks.Contains(i));
    }

    private static int RunLength(List<(char Char, HeadingOrigin Origin)> characters, int start)
    {
        var end = start;
        while (end < characters.Count && characters[end] == characters[start] && characters[end] is ('*' or '_', HeadingOrigin.Text))
            end++;
        return end - start;
    }

    private static void Pair(List<(char Char, HeadingOrigin Origin)> characters, Run run, bool isLoose, List<Run> openers,
        HashSet<int> marks)
    {
        var before = run.Start == 0 ? ' ' : characters[run.Start - 1].Char;
        var after = run.Start + run.Left == characters.Count ? ' ' : characters[run.Start + run.Left].Char;
        var left = isLoose ? !char.IsWhiteSpace(after) : IsFlanking(after, before);
        var right = isLoose ? !char.IsWhiteSpace(before) : IsFlanking(before, after);
        var closes = right && (!left || IsApart(run, isLoose, after));
        var opens = left && (!right || IsApart(run, isLoose, before));

        var length = run.Left;
        while (closes && run.Left > 0 && openers.FindLastIndex(o => o.Mark == run.Mark) is >= 0 and var index)
        {
            var opener = openers[index];
            for (var pairs = Math.Min(opener.Left, run.Left); pairs > 0; pairs--)
            {
                marks.Add(opener.Start + --opener.Left);
                marks.Add(run.Start + length - run.Left--);
            }

            openers.RemoveRange(opener.Left == 0 ? index : index + 1, openers.Count - (opener.Left == 0 ? index : index + 1));
        }

        if (opens && run.Left > 0)
            openers.Add(run);
    }

    // An underscore inside a word is part of the word.
    private static bool IsApart(Run run, bool isLoose, char beside) => isLoose || run.Mark == '*' || IsPunctuation(beside);

    /// <summary>Whether a mark stands against a word on the one side, seen from the other.</summary>
    private static bool IsFlanking(char inner, char outer) =>
        IsPunctuation(inner) ? char.IsWhiteSpace(outer) || IsPunctuation(outer) : !char.IsWhiteSpace(inner);

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || (char.IsAscii(c) && char.IsSymbol(c));
}
