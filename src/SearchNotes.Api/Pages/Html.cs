using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SearchNotes.Api.Pages;

/// <summary>A fragment of HTML, written as an interpolated string: literals are markup, and interpolated values are encoded as text. A
/// string from outside cannot become markup.</summary>
/// <example><c>Html item = $"&lt;li&gt;{name}&lt;/li&gt;";</c></example>
[InterpolatedStringHandler]
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder markup;

    /// <summary>Called by the compiler.</summary>
    public Html(int literalLength, int formattedCount) => markup = new StringBuilder(literalLength + (24 * formattedCount));

    /// <summary>The empty fragment.</summary>
    public static Html Nothing { get; } = new(0, 0);

    /// <summary>Concatenates one fragment per item.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece)
    {
        var all = new Html(0, 8);
        foreach (var item in items)
            all.markup.Append(piece(item).markup);
        return all;
    }

    /// <summary>Returns JSON for a script element. The writer escapes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>, so the JSON cannot end the
    /// element.</summary>
    public static Html OfJson(System.Text.Json.Nodes.JsonNode json)
    {
        var piece = new Html(0, 0);
        piece.markup.Append(json.ToJsonString());
        return piece;
    }

    /// <summary>Returns the fragment if the condition holds, otherwise the empty fragment.</summary>
    public static Html If(bool holds, Html piece) => holds ? piece : Nothing;

    /// <summary>Returns one of two fragments. (The conditional operator would make both strings.)</summary>
    public static Html Choose(bool holds, Html piece, Html otherwise) => holds ? piece : otherwise;

    /// <summary>Appends markup from a literal.</summary>
    public void AppendLiteral(string value) => markup.Append(value);

    /// <summary>Appends encoded text.</summary>
    public void AppendFormatted(string? value)
    {
        if (!string.IsNullOrEmpty(value))
            markup.Append(Encoder.Encode(value));
    }

    /// <summary>Appends a number with the group separators of the page's language.</summary>
    public void AppendFormatted(int value) => markup.Append(Words.Number(value));

    /// <summary>Appends a fragment.</summary>
    public void AppendFormatted(Html? value)
    {
        if (value is not null)
            markup.Append(value.markup);
    }

    /// <inheritdoc/>
    public override string ToString() => markup.ToString();
}
