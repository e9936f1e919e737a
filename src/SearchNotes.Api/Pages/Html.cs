using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SearchNotes.Api.Pages;

/// <summary>A piece of HTML, written as an interpolated string: what stands in the source is mark-up, every hole is text
/// and comes out encoded. There is no way to put a string from outside in as mark-up.</summary>
/// <example><c>Html item = $"&lt;li&gt;{name}&lt;/li&gt;";</c></example>
[InterpolatedStringHandler]
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder markup;

    /// <summary>Called by the compiler.</summary>
    public Html(int literalLength, int formattedCount) => markup = new StringBuilder(literalLength + (24 * formattedCount));

    /// <summary>Nothing.</summary>
    public static Html Nothing { get; } = new(0, 0);

    /// <summary>One piece per item.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece)
    {
        var all = new Html(0, 8);
        foreach (var item in items)
            all.markup.Append(piece(item).markup);
        return all;
    }

    /// <summary>JSON for a script element: its writer escapes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>, so nothing in it can end the
    /// element.</summary>
    public static Html OfJson(System.Text.Json.Nodes.JsonNode json)
    {
        var piece = new Html(0, 0);
        piece.markup.Append(json.ToJsonString());
        return piece;
    }

    /// <summary>The piece, or nothing.</summary>
    public static Html If(bool holds, Html piece) => holds ? piece : Nothing;

    /// <summary>One of two pieces. (The conditional operator would take both for strings.)</summary>
    public static Html Choose(bool holds, Html piece, Html otherwise) => holds ? piece : otherwise;

    /// <summary>Mark-up from the source.</summary>
    public void AppendLiteral(string value) => markup.Append(value);

    /// <summary>Text from anywhere.</summary>
    public void AppendFormatted(string? value)
    {
        if (!string.IsNullOrEmpty(value))
            markup.Append(Encoder.Encode(value));
    }

    /// <summary>A number.</summary>
    public void AppendFormatted(int value) => markup.Append(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A piece made in the same way.</summary>
    public void AppendFormatted(Html? value)
    {
        if (value is not null)
            markup.Append(value.markup);
    }

    /// <inheritdoc/>
    public override string ToString() => markup.ToString();
}
