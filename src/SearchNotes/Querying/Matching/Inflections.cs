namespace SearchNotes.Querying.Matching;

/// <summary>Recognizes and generates inflected forms of English words by spelling. Used for flags, and to find words that the stemmers
/// miss.</summary>
internal static class Inflections
{
    /// <summary>Returns whether two words look like forms of one word: they share a beginning and have endings of up to three letters, or
    /// are spelled almost alike. True for queue and queuing, gas and gases, traveling and travelling; false for cylinder and
    /// cylindrical.</summary>
    public static bool AreForms(string word, string other)
    {
        var common = word.AsSpan().CommonPrefixLength(other);
        if (common > 1 && word.Length - common <= 3 && other.Length - common <= 3)
            return true;
        var allowed = EditDistance.Allowed(word.Length);
        return allowed > 0 && new EditDistance(word).To(other, allowed) <= allowed;
    }

    /// <summary>Returns the regular English forms of a word, without the word itself: learning → learn, learns, learned. A dictionary
    /// stemmer treats learning as a word of its own. Generated forms that are not words do no harm, because they do not occur in any
    /// text.</summary>
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
        // Roots: planning → plann, plan; making → mak, make.
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
