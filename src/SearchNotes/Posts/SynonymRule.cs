namespace SearchNotes.Posts;

/// <summary>A word or phrase that a search for another one finds as well.</summary>
/// <param name="Searched">What is searched for: one to <see cref="MaxWords"/> words.</param>
/// <param name="Found">What is found as well: one to <see cref="MaxWords"/> words.</param>
/// <param name="IsTwoWay">Whether the two stand for each other.</param>
public sealed record SynonymRule(string Searched, string Found, bool IsTwoWay)
{
    /// <summary>Maximum number of rules of a blog.</summary>
    public const int MaxRules = 1000;

    /// <summary>Maximum number of words on one side of a rule.</summary>
    public const int MaxWords = 4;

    /// <summary>Maximum length of one side of a rule, in characters.</summary>
    public const int MaxCharacters = 64;

    /// <summary>Reads a rule: <c>k8s = kubernetes</c> for two words that stand for each other, <c>golang &gt; go</c> for one
    /// direction.</summary>
    /// <returns>The rule; <see langword="null"/> when the text is none.</returns>
    public static SynonymRule? Parse(string text)
    {
        var at = text.AsSpan().IndexOfAny('=', '>');
        return at < 0 ? null : Of(text[..at], text[(at + 1)..], isTwoWay: text[at] == '=');
    }

    /// <summary>Makes a rule of two texts.</summary>
    /// <returns>The rule; <see langword="null"/> when a side is empty, too long, or has a sign that separates rules.</returns>
    public static SynonymRule? Of(string searched, string found, bool isTwoWay)
    {
        var rule = new SynonymRule(Spaced(searched), Spaced(found), isTwoWay);
        return IsSide(rule.Searched) && IsSide(rule.Found) ? rule : null;
    }

    /// <summary>Returns the rule as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => $"{Searched} {(IsTwoWay ? '=' : '>')} {Found}";

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsSide(string text) =>
        text.Length <= MaxCharacters && text.AsSpan().Count(' ') < MaxWords && IsPhrase(text);

    private static bool IsPhrase(string text) => text.Any(char.IsLetterOrDigit) && text.AsSpan().IndexOfAny("=>\n") < 0;
}
