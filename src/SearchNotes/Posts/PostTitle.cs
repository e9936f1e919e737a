using SearchNotes.Posts.Dates;

namespace SearchNotes.Posts;

/// <summary>Finds a title for a post without one in its front matter.</summary>
internal static class PostTitle
{
    /// <summary>Returns the level-1 heading that precedes all text, if it is the only one in the post or has the same slug as the file
    /// name; otherwise <see langword="null"/>.</summary>
    /// <remarks>If there are several, each is more likely a talk than the title.</remarks>
    internal static string? FromHeading(string text, int bodyStart, string fileName)
    {
        string? title = null;
        var lines = new BodyLines(text, bodyStart, 1);
        while (lines.Read())
        {
            var isTitle = lines is { Kind: BodyLineKind.Heading, Level: 1 };
            if (isTitle && title is not null)
                return Slug.Make(title) == Slug.Make(fileName) ? title : null;
            if (isTitle)
                title = PlainText.Of(lines.Line.ToString());
            else if (title is null && lines.Kind is not BodyLineKind.Blank)
                return null;
        }

        return string.IsNullOrEmpty(title) ? null : title;
    }

    /// <summary>Returns a file name in words: 2013-07-07-pycon-australia_day-two → Pycon australia day two.</summary>
    internal static string FromName(string name)
    {
        PathDate.InName(name, out var rest);
        var words = PlainText.SingleSpaced(rest.Replace('-', ' ').Replace('_', ' '));
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Whether a text contains a heading of any level.</summary>
    internal static bool HasHeading(string text)
    {
        var lines = new BodyLines(text, 0, 1);
        while (lines.Read())
        {
            if (lines.Kind == BodyLineKind.Heading)
                return true;
        }

        return false;
    }
}
