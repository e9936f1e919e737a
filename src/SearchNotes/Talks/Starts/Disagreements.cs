using SearchNotes.Posts;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Warnings about sources that contradict each other about a post, and which of them was followed.</summary>
/// <remarks>Only headings that would be talks by themselves are heard: a blogger reads a warning when there are few.</remarks>
internal static class Disagreements
{
    private const string Remedy = "put \"talks: headings\", \"talks: one\" or \"talks: none\" into the front matter if that is wrong";

    /// <summary>The post is taken for none or for one talk, and several headings name speakers.</summary>
    /// <param name="headings">Its headings.</param>
    /// <param name="taken">What it is taken for.</param>
    internal static IReadOnlyList<Warning> AboutPost(IReadOnlyList<Candidate> headings, string taken) =>
        headings.Where(IsNamed).ToList() is { Count: > 1 } named
            ? [new Warning(Line(named[0]), $"{named.Count} headings read like talks (\"{named[0].Heading.Text}\"), but {taken}: {Remedy}.")]
            : [];

    /// <summary>The talks are found: what each heading says against the text below it, the front matter and its siblings.</summary>
    internal static IEnumerable<Warning> AboutHeadings(Outline outline, IReadOnlyList<Candidate> headings)
    {
        var level = headings.Where(c => c.IsTalk).GroupBy(c => c.Heading.Level).MaxBy(g => g.Count())?.Key;
        foreach (var candidate in headings)
        {
            if (candidate.IsTalk && OtherSpeaker(candidate) is { } other)
            {
                yield return other;
            }
            else if (!candidate.IsTalk && level is not null && IsNamed(candidate))
            {
                yield return new Warning(Line(candidate),
                    $"The heading \"{candidate.Heading.Text}\" reads like a talk, but the talks stand on level {level}; it is part of what is above it. Put it on that level if it is a talk.");
            }
        }

        if (outline.Post.FrontMatter.Speakers is { Count: > 0 } speakers && headings.Count(c => c.IsTalk) > 1)
        {
            yield return new Warning(1,
                $"The front matter names a speaker ({string.Join(", ", speakers)}), as for a post that is one talk, but its headings carry several: {Remedy}.");
        }
    }

    // "# Ada Muster on Maps" with "Speaker: Ben Probst" below.
    private static Warning? OtherSpeaker(Candidate candidate)
    {
        if (candidate.Mark is not { Kind: >= EvidenceKind.Line, Confidence: >= NameConfidence.Strong } mark)
            return null;
        var reading = candidate.Chosen ?? candidate.Readings.FirstOrDefault(r => !r.IsDoubtful);
        if (reading is not { Confidence: >= NameConfidence.Strong, Names.Count: > 0 }
            || reading.Names.Any(name => mark.Names.Any(other => ShareAWord(name.Name, other.Name))))
        {
            return null;
        }
        return new Warning(mark.Block.FirstLine,
            $"The heading names {Join(reading.Names)} and the line below it {Join(mark.Names)}; the {(candidate.Chosen is null ? "line" : "heading")} is followed.");
    }

    private static bool ShareAWord(string name, string other) =>
        name.Split(' ').Intersect(other.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    private static string Join(IReadOnlyList<SpeakerName> names) => string.Join(", ", names.Select(name => name.Name));

    /// <summary>Whether a heading names topic and speaker so plainly that it reads like a talk by itself.</summary>
    internal static bool IsNamed(Candidate candidate) =>
        candidate is { Role: HeadingRole.Open, Chosen: { Confidence: >= NameConfidence.Strong, IsDoubtful: false } chosen }
        && chosen is { Names.Count: > 0, Shape: not HeadingShape.Speaker } && candidate.Evidence >= Weights.HeadingCarries;

    private static int Line(Candidate candidate) => candidate.Heading.Block.FirstLine;
}
