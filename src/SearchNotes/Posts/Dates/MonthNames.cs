namespace SearchNotes.Posts.Dates;

/// <summary>Month names in nine languages.</summary>
internal static class MonthNames
{
    // English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish. Without accents, as Slug writes them.
    private static readonly string[] Names =
    [
        "january jan januar janvier janv enero ene gennaio gen janeiro januari styczen stycznia",
        "february feb februar fevrier fevr febrero febbraio fevereiro fev februari luty lutego",
        "march mar marz maerz mars marzo marco maart marzec marca",
        "april apr avril avr abril abr aprile kwiecien kwietnia",
        "may mai mayo maggio mag maio mei maj maja",
        "june jun juni juin junio giugno giu junho czerwiec czerwca",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca",
        "august aug aout agosto ago augustus augusti sierpien sierpnia",
        "september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika",
        "november nov novembre noviembre novembro listopad listopada",
        "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia",
    ];

    private static readonly Dictionary<string, int> Months = Names
        .SelectMany((names, i) => names.Split(' ').Select(name => (name, month: i + 1)))
        .ToDictionary(x => x.name, x => x.month, StringComparer.Ordinal);

    /// <summary>Returns the month, 1 to 12, or 0 if the word is not a month name.</summary>
    internal static int Find(string word) => Months.GetValueOrDefault(Slug.Make(word));
}
