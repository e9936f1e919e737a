namespace SearchNotes.Api.Pages;

/// <summary>Texts of the page's language with elements in them.</summary>
internal static class MarkedText
{
    /// <summary>Returns a text.</summary>
    /// <param name="english">The text in English, with <c>{0}</c> for the first element.</param>
    /// <param name="values">The elements.</param>
    public static Html Of(string english, params Html[] values) => Html.Each(Words.Parts(english), part =>
        $"{part.Literal}{Html.If(part.Value is not null, part.Value is { } index ? values[index] : Html.Nothing)}");
}
