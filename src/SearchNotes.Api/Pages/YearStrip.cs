using System.Globalization;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>A picture of the years: a bar for the talks of each year, and below it a dot for each event.</summary>
internal static class YearStrip
{
    /// <summary>Fewer years need no picture.</summary>
    private const int MinYears = 2;

    /// <summary>More years than this are those of odd dates; the latest are drawn.</summary>
    private const int MaxYears = 40;

    private const int Step = 14;
    private const int Bar = 10;
    private const int Height = 36;
    private const int DotsHeight = 10;
    private const int MaxDots = 3;

    /// <summary>Returns the picture; nothing for fewer than two years.</summary>
    /// <param name="talks">Number of talks by year; the value of the facet <c>year</c>.</param>
    /// <param name="events">The events, whose years get dots.</param>
    public static Html Of(IEnumerable<FacetValue> talks, IEnumerable<NamedCount> events)
    {
        var counts = talks.Where(year => int.TryParse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(year => int.Parse(year.Value, CultureInfo.InvariantCulture), year => year.Count);
        if (counts.Count < MinYears)
            return Html.Nothing;
        var last = counts.Keys.Max();
        var first = Math.Max(counts.Keys.Min(), last - MaxYears + 1);
        var most = counts.Values.Max();
        var dots = events.Where(found => found.Year is not null).CountBy(found => found.Year!.Value) // Not null: filtered before.
            .ToDictionary(year => year.Key, year => year.Value);
        var size = Number(dots.Count > 0 ? Height + DotsHeight : Height);
        var years = Enumerable.Range(first, last - first + 1).ToArray();
        var summary = Words.Text("Talks by year, {0} to {1}; most in {2}: {3}.",
            Number(first), Number(last), Number(counts.MaxBy(year => year.Value).Key), Number(most));
        return $"""
            <figure class="strip"><svg role="img" aria-label="{summary}" viewBox="0 0 {Number(years.Length * Step)} {size}" width="{Number(years.Length * Step)}" height="{size}">
            {Html.Each(years, year => Year((year - first) * Step, year, counts.GetValueOrDefault(year), most, dots.GetValueOrDefault(year)))}
            </svg><figcaption aria-hidden="true"><span>{Number(first)}</span><span>{Number(last)}</span></figcaption></figure>
            """;
    }

    private static Html Year(int x, int year, int talks, int most, int events)
    {
        var height = talks == 0 ? 1 : Math.Max(3, talks * Height / most);
        return $"""
            <g><title>{Number(year)}: {Labels.Count(talks, "talk")}{Html.If(events > 0, $", {Labels.Count(events, "event")}")}</title><rect class="{(talks == 0 ? "none" : "bar")}" x="{Number(x)}" y="{Number(Height - height)}" width="{Number(Bar)}" height="{Number(height)}" rx="1.5"/>{Html.Each(Enumerable.Range(0, Math.Min(events, MaxDots)), dot => $"""<circle class="dot" cx="{Number(x + 2 + (dot * 3))}" cy="{Number(Height + 6)}" r="1.25"/>""")}</g>

            """;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
