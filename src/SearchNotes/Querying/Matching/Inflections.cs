namespace SearchNotes.Querying.Matching;

/// <summary>Which words are forms of one word to a reader's eye. Only for flags: what is found is for stemmers to say.</summary>
internal static class Inflections
{
    /// <summary>Words of one beginning, with endings of up to three letters, and words that are nearly spelt alike: queue and
    /// queuing, gas and gases, traveling and travelling; not cylinder and cylindrical.</summary>
    public static bool AreForms(string word, string other)
    {
        var common = word.AsSpan().CommonPrefixLength(other);
        if (common > 1 && word.Length - common <= 3 && other.Length - common <= 3)
            return true;
        var allowed = EditDistance.Allowed(word.Length);
        return allowed > 0 && new EditDistance(word).To(other, allowed) <= allowed;
    }

    /// <summary>The regular English forms of a word, the word left out: learning → learn, learns, learned. A dictionary stemmer
    /// knows learning as a word of its own. What is no word stands nowhere, and is never flagged.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
            return [];
        var roots = Roots(word);
        return roots.SelectMany(Forms).Concat(roots).Where(form => form != word).Distinct(StringComparer.Ordinal);
    }

    private static List<string> Roots(string word)
    {
        var ending = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (ending == 0 || word.Length - ending < 3)
            return [word];
        var root = word[..^ending];
        // plann|ing and plan, mak|ing and make.
        return root[^1] == root[^2] ? [root, root[..^1]] : [root, root + "e"];
    }

    private static IEnumerable<string> Forms(string root)
    {
        if (root[^1] == 'e')
            return [root + "s", root + "d", root[..^1] + "ing"];
        var doubled = root + root[^1];
        return [root + "s", root + "ed", root + "ing", doubled + "ed", doubled + "ing"];
    }
}
