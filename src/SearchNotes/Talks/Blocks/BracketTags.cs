namespace SearchNotes.Talks.Blocks;

/// <summary>Recognises shortcodes in square brackets, as WordPress has them: <c>[youtube abc]</c>, <c>[caption id="a"]</c>,
/// <c>[/caption]</c>.</summary>
internal static class BracketTags
{
    private const int MaxCharacters = 400;

    // Shortcodes whose only argument has no name.
    private static readonly HashSet<string> WithArgument = new(StringComparer.Ordinal)
    {
        "codepen", "dailymotion", "embed", "gist", "instagram", "slideshare", "soundcloud", "speakerdeck", "spotify", "ted", "tweet",
        "vimeo", "youtube",
    };

    /// <summary>The place behind the shortcode that begins at a bracket; 0 if none does.</summary>
    /// <remarks>A name in brackets that is neither closed nor has arguments is text: "[video]".</remarks>
    internal static int EndOf(string text, int at)
    {
        var length = text.AsSpan(at, Math.Min(MaxCharacters, text.Length - at)).IndexOf(']');
        if (length < 4 || (at + length + 1 < text.Length && text[at + length + 1] is '(' or '[' or ':'))
            return 0;
        var inside = text.AsSpan(at + 1, length - 1);
        var isClosing = inside[0] == '/';
        inside = isClosing ? inside[1..] : inside;
        var nameEnd = inside.IndexOfAnyExcept(NameCharacters);
        var name = nameEnd < 0 ? inside : inside[..nameEnd];
        if (name.Length < 2)
            return 0;
        var isTag = nameEnd < 0 ? IsPair(text, at, name, isClosing) : !isClosing && HasArguments(name, inside[nameEnd..]);
        return isTag ? at + length + 1 : 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    private static bool IsPair(string text, int at, ReadOnlySpan<char> name, bool isClosing)
    {
        var other = isClosing ? $"[{name}" : $"[/{name}]";
        return isClosing
            ? text.AsSpan(Math.Max(0, at - MaxCharacters), Math.Min(at, MaxCharacters)).LastIndexOf(other) >= 0
            : text.AsSpan(at, Math.Min(MaxCharacters, text.Length - at)).IndexOf(other) > 0;
    }

    private static bool HasArguments(ReadOnlySpan<char> name, ReadOnlySpan<char> arguments)
    {
        if (arguments[0] is not (' ' or '='))
            return false;
        var rest = arguments.Trim(" /=");
        if (!rest.Contains(' ') && !rest.Contains('=') && WithArgument.Contains(name.ToString()))
            return rest.ContainsAnyInRange('0', '9') || rest.Contains('/');
        var count = 0;
        while (HtmlText.TryAttribute(ref rest, out _, out var value) && value.Length > 0)
            count++;
        return count > 0 && rest.IsWhiteSpace();
    }
}
