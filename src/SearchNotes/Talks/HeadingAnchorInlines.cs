using System.Buffers;
using System.Net;

namespace SearchNotes.Talks;

/// <summary>Takes links, images, code marks, tags, entities and backslashes out of a heading's source, but leaves emphasis in.</summary>
internal sealed class HeadingAnchorInlines
{
    private static readonly SearchValues<char> Escapable = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    // Links do not nest, and brackets in a link's text hardly do.
    private const int MaxDepth = 4;
    private const int MaxEntityCharacters = 32;

    private readonly List<(char Char, HeadingOrigin Origin)> characters = [];

    /// <summary>Reads a source.</summary>
    internal List<(char Char, HeadingOrigin Origin)> Read(string source)
    {
        Read(source, HeadingOrigin.Text, 0);
        return characters;
    }

    private void Read(ReadOnlySpan<char> source, HeadingOrigin origin, int depth)
    {
        while (!source.IsEmpty)
        {
            var length = source[0] switch
            {
                '\\' when source.Length > 1 && Escapable.Contains(source[1]) => Add(source.Slice(1, 1), HeadingOrigin.Literal, 2),
                '`' => ReadCode(source),
                '!' when source.Length > 1 && source[1] == '['
                    && depth < MaxDepth => ReadLink(source[1..], HeadingOrigin.Image, depth) is > 0 and var image ? image + 1 : 0,
                '[' when depth < MaxDepth => ReadLink(source, origin, depth),
                '<' => ReadTag(source),
                '&' => ReadEntity(source),
                _ => 0,
            };
            source = source[(length > 0 ? length : Add(source[..1], origin, 1))..];
        }
    }

    private int Add(ReadOnlySpan<char> text, HeadingOrigin origin, int consumed)
    {
        foreach (var c in text)
            characters.Add((c, origin));
        return consumed;
    }

    private int ReadCode(ReadOnlySpan<char> source)
    {
        var marks = source.IndexOfAnyExcept('`') is > 0 and var length ? length : source.Length;
        for (var i = marks; i < source.Length; i++)
        {
            if (source[i] != '`')
                continue;
            var end = source[i..].IndexOfAnyExcept('`') is > 0 and var run ? run : source.Length - i;
            if (end == marks)
                return Add(WithoutPadding(source[marks..i]), HeadingOrigin.Literal, i + end);
            i += end - 1;
        }

        return Add(source[..marks], HeadingOrigin.Literal, marks);
    }

    // A space on both sides lets code begin or end with a back tick; one side alone is code.
    private static ReadOnlySpan<char> WithoutPadding(ReadOnlySpan<char> code) =>
        code is [' ', .., ' '] && !code.IsWhiteSpace() ? code[1..^1] : code;

    /// <summary>[text](address) or [text][name]; 0 when it is neither. Brackets alone stay: no engine keeps them in an id.</summary>
    private int ReadLink(ReadOnlySpan<char> source, HeadingOrigin origin, int depth)
    {
        var close = Closing(source, '[', ']');
        if (close < 0 || close + 1 >= source.Length)
            return 0;

        var target = source[(close + 1)..];
        var end = target[0] switch
        {
            '(' => Closing(target, '(', ')'),
            '[' => Closing(target, '[', ']'),
            _ => -1,
        };
        if (end < 0)
            return 0;

        Read(source[1..close], origin, depth + 1);
        return close + 1 + end + 1;
    }

    private static int Closing(ReadOnlySpan<char> source, char opening, char closing)
    {
        var open = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\\')
                i++;
            else if (source[i] == opening)
                open++;
            else if (source[i] == closing && --open == 0)
                return i;
        }

        return -1;
    }

    private int ReadTag(ReadOnlySpan<char> source)
    {
        var end = source.IndexOf('>');
        if (end < 2)
            return 0;

        var inside = source[1..end];
        var name = inside.TrimStart('/');
        var nameLength = name.IndexOfAnyExcept(NameCharacters) is >= 0 and var length ? length : name.Length;
        var isName = nameLength > 0 && char.IsAsciiLetter(name[0]) && name[nameLength..] is [] or [' ' or '/' or '\t', ..];
        if (isName || inside[0] == '!')
            return end + 1;
        var isAddress = !inside.Contains(' ') && (inside.Contains("://", StringComparison.Ordinal) || inside.Contains('@'));
        return isAddress ? Add(inside, HeadingOrigin.Literal, end + 1) : 0;
    }

    private int ReadEntity(ReadOnlySpan<char> source)
    {
        var end = source[..Math.Min(source.Length, MaxEntityCharacters)].IndexOf(';');
        if (end < 2)
            return 0;
        var written = source[..(end + 1)].ToString();
        var meant = WebUtility.HtmlDecode(written);
        return meant == written ? 0 : Add(meant, HeadingOrigin.Entity, end + 1);
    }
}
