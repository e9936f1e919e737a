namespace SearchNotes.Talks.Blocks;

/// <summary>Reads the language from a code fence.</summary>
internal static class CodeLanguage
{
    /// <summary>The language in lower case: <c>Ruby</c>, <c>{.ruby .numberLines}</c>, <c>ruby:lib/a.rb</c>, <c>lang-ruby</c> and
    /// <c>ruby{1,3}</c> → ruby; <c>{code-block} ruby</c> → ruby; else <see langword="null"/>.</summary>
    internal static string? Of(string? info)
    {
        if (info is null)
            return null;
        var text = info.AsSpan().Trim().TrimStart("{. ");
        foreach (var before in (string[])["language-", "lang-"])
        {
            if (text.StartsWith(before, StringComparison.OrdinalIgnoreCase))
                text = text[before.Length..];
        }

        if (text.StartsWith("code") && text.IndexOf('}') is > 0 and var directive)
            text = text[(directive + 1)..].TrimStart();
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '+' or '#' or '-' or '_'))
            end++;
        return end == 0 ? null : text[..end].ToString().ToLowerInvariant();
    }
}
