namespace SearchNotes.Posts;

/// <summary>A talk or a page that the blog recommends for a query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Title">What the link says; empty for the topic of the talk.</param>
/// <param name="Target">The id of a talk, or the address of a page: <c>https://…</c>, or a path of the blog such as <c>/about/</c>.</param>
public sealed record BestBetRule(string Query, string Title, string Target)
{
    /// <summary>Maximum number of rules of a blog.</summary>
    public const int MaxRules = 500;

    /// <summary>Maximum length of a query and of a title, in characters.</summary>
    public const int MaxCharacters = 120;

    /// <summary>Maximum length of an address or id, in characters.</summary>
    public const int MaxTargetCharacters = 500;

    /// <summary>Whether the target is the address of a page.</summary>
    public bool IsPage => Target.Contains('/', StringComparison.Ordinal);

    /// <summary>Reads a rule: <c>code of conduct &gt; Our rules &lt;/conduct/&gt;</c> for a page, <c>keynote &gt; 2014-pycon.opening</c>
    /// for a talk.</summary>
    /// <returns>The rule; <see langword="null"/> when the text is none.</returns>
    public static BestBetRule? Parse(string text)
    {
        var at = text.IndexOf('>', StringComparison.Ordinal);
        return at < 0 ? null : Of(text[..at], text[(at + 1)..]);
    }

    /// <summary>Makes a rule of a query and its target: a talk's id, <c>TITLE &lt;ID&gt;</c> or <c>TITLE &lt;ADDRESS&gt;</c>.</summary>
    /// <returns>The rule; <see langword="null"/> when the query has no letters, a page has no title, or something is too long or no
    /// address.</returns>
    public static BestBetRule? Of(string query, string target)
    {
        target = target.Trim();
        var opening = target.EndsWith('>') ? target.LastIndexOf('<') : -1;
        var rule = opening < 0 ? new BestBetRule(query.Trim(), "", target)
            : new BestBetRule(query.Trim(), target[..opening].Trim(), target[(opening + 1)..^1].Trim());
        if (!IsText(rule.Query) || !rule.Query.Any(char.IsLetterOrDigit))
            return null;
        return IsText(rule.Title) && rule.IsTarget() ? rule : null;
    }

    /// <summary>Returns the rule with the path of a page as an address of the blog.</summary>
    /// <param name="siteUrl">The blog's URL without a slash at the end, or <see langword="null"/>.</param>
    public BestBetRule On(string? siteUrl) => siteUrl is not null && Target.StartsWith('/') ? this with { Target = siteUrl + Target } : this;

    /// <summary>Returns the rule as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Title.Length > 0 ? $"{Query} > {Title} <{Target}>" : $"{Query} > {Target}";

    private static bool IsText(string text) => text.Length <= MaxCharacters && text.AsSpan().IndexOfAny("<>\n") < 0;

    private bool IsTarget()
    {
        if (Target.Length is 0 or > MaxTargetCharacters || Target.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>'))
            return false;
        var isPath = Target.StartsWith('/') && Target is not ['/', '/' or '\\', ..]; // Browsers take those for another host.
        if (!IsPage)
            return true;
        return Title.Length > 0 && (isPath || WebAddress.Of(Target) is not null);
    }
}
