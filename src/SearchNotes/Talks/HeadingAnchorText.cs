namespace SearchNotes.Talks;

/// <summary>A heading's text without mark-up, with what ids depend on beside each character.</summary>
/// <remarks>Unlike the text that is shown and searched, it keeps double spaces and no-break spaces: they count in an id.</remarks>
internal sealed class HeadingAnchorText
{
    private readonly List<(char Char, HeadingOrigin Origin)> characters;

    private HeadingAnchorText(IEnumerable<(char Char, HeadingOrigin Origin)> characters) => this.characters = [.. characters];

    /// <summary>The text.</summary>
    internal string Text => string.Concat(characters.Select(c => c.Char));

    /// <summary>Reads a heading's source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isLoose">Whether any mark beside a letter is emphasis, as before CommonMark.</param>
    internal static HeadingAnchorText Read(string source, bool isLoose = false) =>
        new(HeadingAnchorEmphasis.Remove(new HeadingAnchorInlines().Read(source.Trim(' ', '\t')), isLoose));

    /// <summary>Without the alternative text of images, which is not on the page as text.</summary>
    internal HeadingAnchorText WithoutImages() => new(characters.Where(c => c.Origin != HeadingOrigin.Image));

    /// <summary>Without the characters that HTML writes as entities, whoever wrote them so.</summary>
    internal HeadingAnchorText WithoutEntities() =>
        new(characters.Where(c => c.Origin != HeadingOrigin.Entity && c.Char is not ('&' or '<' or '>' or '"' or '\'')));

    /// <summary>With the dashes and dots of engines that do typography: -- → –, --- → —, ... → …. Code stays as it is.</summary>
    internal HeadingAnchorText WithTypography()
    {
        var typeset = new List<(char, HeadingOrigin)>(characters.Count);
        var text = Text;
        for (var i = 0; i < text.Length;)
        {
            var (length, sign) = characters[i].Origin != HeadingOrigin.Text ? (1, text[i]) : Typeset(text.AsSpan(i));
            typeset.Add((sign, characters[i].Origin));
            i += length;
        }

        return new HeadingAnchorText(typeset);
    }

    private static (int Length, char Sign) Typeset(ReadOnlySpan<char> text) => text switch
    {
        ['-', '-', '-', ..] => (3, '—'),
        ['-', '-', ..] => (2, '–'),
        ['.', '.', '.', ..] => (3, '…'),
        _ => (1, text[0]),
    };
}
