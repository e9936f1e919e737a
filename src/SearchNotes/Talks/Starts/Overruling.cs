using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Applies what front matter and settings say about a post's talks; it overrides the model.</summary>
internal static class Overruling
{
    private const double Said = 5;
    private const double Never = -99;
    private const double Nudge = 2;

    /// <summary>The reading that they ask for; <see langword="null"/> where they leave it to the model.</summary>
    internal static Reading? Read(PostCandidates candidates, Opinions opinions, DecoderNumbers numbers)
    {
        var overrides = candidates.Outline.Post.Overrides;
        if (overrides.Talks == "one")
            return Reading.One(Said);
        if (overrides.TalkLevel is { } level)
        {
            return new Reading(null,
                [.. candidates.Headings.Where(h => h.Heading.Level == level && h.Role == HeadingRole.Open)
                    .Select(h => new Chosen(h.Heading.Index, Said))], []);
        }
        if (overrides.Talks == "headings")
            return OfHeadings(candidates, opinions, numbers);
        return IsDeclared(candidates) ? Reading.One(Said) : null;
    }

    /// <summary>Whether they say that the post holds talks.</summary>
    internal static bool AsksForTalks(PostCandidates candidates) =>
        candidates.Outline.Post.Overrides is { Talks: "one" or "headings" } or { TalkLevel: not null } || IsDeclared(candidates);

    // The front matter names a speaker, or says that the page is a talk, or has Pandoc's title block with a person; several headings that
    // each name somebody are stronger.
    private static bool IsDeclared(PostCandidates candidates) =>
        (candidates.Whole.IsInFrontMatter || candidates.Whole.Evidence[(int)WholePostEvidence.TitleBlock] > 0)
        && candidates.Headings.Where(Disagreements.IsNamed).Select(h => h.Chosen?.Names[0].Name).Distinct(StringComparer.Ordinal)
        .Count() < 2;

    // The blogger says that headings name talks: half the doubt is gone. Where that is not enough, those of the likeliest level are taken.
    private static Reading OfHeadings(PostCandidates candidates, Opinions opinions, DecoderNumbers numbers)
    {
        var sure = opinions with
        {
            Post = numbers.MostPost,
            Whole = Never,
            Headings = [.. opinions.Headings.Select((o, i) => candidates.Headings[i].Role == HeadingRole.Open ? o + Nudge : Never)],
            Units = [.. opinions.Units.Select(_ => Never)]
        };
        var reading = TalkDecoder.Read(candidates, sure, numbers);
        if (reading.HasTalks)
            return reading;
        var best = candidates.Headings.Where(h => h.Role == HeadingRole.Open).GroupBy(h => h.Heading.Level)
            .MaxBy(g => g.Sum(h => SecondFeatures.Chance(opinions.Headings[h.Heading.Index])));
        return best is null ? Reading.None : new Reading(null, [.. best.Select(h => new Chosen(h.Heading.Index, 0))], []);
    }
}
