namespace SearchNotes.Talks.Blocks;

/// <summary>Recognises what Quarto hides on a web page by its attributes: <c>.content-hidden</c>, <c>.content-visible
/// when-format="pdf"</c>, <c>.hidden</c>.</summary>
internal static class FormatConditions
{
    /// <summary>Whether attributes hide on a web page what they are set on. A condition on a profile or on metadata hides nothing.</summary>
    internal static bool Hide(ReadOnlySpan<char> attributes)
    {
        var (isVisible, isHidden) = (false, false);
        bool? isMet = null;
        while (HtmlText.TryAttribute(ref attributes, out var name, out var value))
        {
            if (name is ".hidden")
                return true;
            isHidden |= name is ".content-hidden";
            isVisible |= name is ".content-visible";
            if (name.StartsWith("when-"))
                isMet = name is "when-format" ? IsHtml(value) : !isHidden;
            else if (name.StartsWith("unless-"))
                isMet = name is "unless-format" ? !IsHtml(value) : !isHidden;
        }

        return isHidden ? isMet != false : isVisible && isMet == false;
    }

    /// <summary>Whether the name of a format is that of a web page.</summary>
    internal static bool IsHtml(ReadOnlySpan<char> format) => format.StartsWith("html", StringComparison.OrdinalIgnoreCase);
}
